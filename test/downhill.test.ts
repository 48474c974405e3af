import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** Which modules each module imports, by what its files say. */
const importsByModule = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const imports = new Map<string, Set<string>>()
  for (const file of globSync("modules/*/**/*.ts", { exclude: ["**/*.test.ts"] })) {
    const [, module = ""] = file.split("/")
    const names = imports.get(module) ?? new Set()
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/from "#(?:modules|rules|contract)\/(\w+)"/g))
      if (name !== module) names.add(name)
    imports.set(module, names)
  }
  return imports
}

/** Takes away modules that import none of the rest until nothing is left, or only those that wait for each other. */
const caughtInCircles = (imports: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const rest = new Map(imports)
  for (;;) {
    const lowest = [...rest].filter(([, names]) => ![...names].some((name) => rest.has(name)))
    if (lowest.length === 0) return [...rest.keys()]
    for (const [module] of lowest) rest.delete(module)
  }
}

test("a circle of modules is noticed", () => {
  const circle = new Map([
    ["deals", new Set(["leads"])],
    ["leads", new Set(["deals"])],
    ["people", new Set<string>()],
  ])
  expect(caughtInCircles(circle)).toEqual(["deals", "leads"])
})

test("modules import each other downhill only", () => {
  expect(caughtInCircles(importsByModule())).toEqual([])
})
