import { afterAll, describe, expect, test } from "vitest"
import { lawful, planted } from "#test/planted"
import { plantTree } from "#test/planted-tree"

const restricted = "lint/style/noRestrictedImports"

const tree = plantTree([...planted, ...lawful])
afterAll(tree.remove)
const found = tree.lint()

describe("Biome refuses an import that architecture.md does not allow", () => {
  test.each(planted)("$rule", ({ file, finding = restricted }) => {
    expect(found.get(file)).toEqual([finding])
  })

  test.each(lawful)("and accepts $rule", ({ file }) => {
    expect(found.get(file)).toBeUndefined()
  })
})

describe("TypeScript without Node and DOM", () => {
  test.each([
    ["core/clock.ts", "export const startedAt = process.uptime()", "Cannot find name 'process'"],
    ["modules/deals/rules.ts", "export const page = document.title", "Cannot find name 'document'"],
    ["modules/deals/policy.ts", 'export const secret = Buffer.from("x")', "Cannot find name 'Buffer'"],
    ["modules/deals/contract.ts", "export const address = window.location", "Cannot find name 'window'"],
  ])("refuses %s that reaches outside", (file, source, complaint) => {
    const pure = plantTree([{ file, source }])
    expect(pure.typecheck("tsconfig.pure.json")).toContain(complaint)
    pure.remove()
  })
})

describe("the inside of a module", () => {
  const insider = plantTree([
    { file: "modules/deals/store.ts", source: "export const rows = 1" },
    { file: "modules/deals/index.ts", source: "export const deals = 1" },
    { file: "modules/leads/actions.ts", source: 'import { rows } from "#modules/deals/store"\nconsole.log(rows)' },
    { file: "modules/leads/jobs.ts", source: 'import { deals } from "#modules/deals"\nconsole.log(deals)' },
  ])
  afterAll(insider.remove)

  test("does not resolve for the compiler", () => {
    const complaints = insider.typecheck("tsconfig.json")
    expect(complaints).toContain(
      "modules/leads/actions.ts(1,22): error TS2307: Cannot find module '#modules/deals/store'",
    )
    expect(complaints).not.toContain("modules/leads/jobs.ts")
  })

  test("does not resolve for Node", () => {
    expect(insider.runNode("modules/leads/jobs.ts")).toBe("1\n")
    expect(insider.runNode("modules/leads/actions.ts")).toContain("ERR_MODULE_NOT_FOUND")
  })
})
