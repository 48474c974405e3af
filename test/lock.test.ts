import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

type Locked = Readonly<{
  version?: string
  integrity?: string
  resolved?: string
  optionalDependencies?: Readonly<Record<string, string>>
}>

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> }
const all = Object.entries(packages).filter(([path]) => path !== "")

/** Where Node would look for a package from inside another one, nearest first. */
const isLocked = (name: string, from: string): boolean => {
  if (packages[`${from}/node_modules/${name}`]) return true
  const parent = from.lastIndexOf("/node_modules/")
  return parent < 0 ? `node_modules/${name}` in packages : isLocked(name, from.slice(0, parent))
}

test("the lock file lists every platform's packages", () => {
  const missing = all.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  )
  expect(missing).toEqual([])
})

test("each package is known by its hash, wherever it is fetched from", () => {
  const unproven = all.filter(([, { integrity, resolved }]) => integrity === undefined || resolved !== undefined)
  expect(unproven.map(([path]) => path)).toEqual([])
})
