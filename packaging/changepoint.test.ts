import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { packageChangepoint } from "./changepoint.ts"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "keelson-changepoint-")))
const user = join(folder, "user")
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: user, encoding: "utf8", shell: process.platform === "win32" })

/** Somebody else's project, with the package installed as npm would from the registry. */
beforeAll(() => {
  packageChangepoint(join(folder, "package"))
  mkdirSync(user)
  writeFileSync(join(user, "package.json"), '{ "type": "module" }')
  const file = run("npm", "pack", join(folder, "package"), "--silent").trim()
  run("npm", "install", `./${file}`, "--offline", "--no-audit", "--no-fund", "--silent")
})

const question = `import { detectOnset, segment } from "keelson/changepoint"
const seen = (length: number, value: (i: number) => number) => Float64Array.from({ length }, (_, i) => value(i))
const count = detectOnset(seen(120, (i) => (i < 80 ? 5 : 1) + (i % 3)), { kind: "count", worse: "lower" })
const { points } = segment([seen(90, (i) => [0, 4, 1][Math.floor(i / 30)]! + (i % 2) / 4)])
console.log(JSON.stringify({ onset: count?.onset?.index, isSure: (count?.probability ?? 0) > 0.99, points }))
`

test("another project reads a known answer from plain JavaScript", () => {
  const plain = question.replace("(length: number, value: (i: number) => number)", "(length, value)").replace("!", "")
  writeFileSync(join(user, "ask.js"), plain)
  const told = JSON.parse(run(process.execPath, "--no-experimental-strip-types", "ask.js"))
  expect(told).toEqual({ onset: 80, isSure: true, points: [30, 60] })
})

test("and from TypeScript, with its types and their documentation, without Node's or the browser's", () => {
  const compiler = join(process.cwd(), "node_modules/typescript/bin/tsc")
  const strict = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", ""]
  const source = `declare const console: { log(text: string): void }\n${question}`
  writeFileSync(join(user, "ask.ts"), source)
  expect(run(process.execPath, compiler, ...strict, "ask.ts")).toBe("")
  writeFileSync(join(user, "wrong.ts"), source.replace('kind: "count"', 'kind: "counts"'))
  expect(() => run(process.execPath, compiler, ...strict, "wrong.ts")).toThrow()
  const types = readFileSync(join(user, "node_modules/keelson/changepoint/detect.d.ts"), "utf8")
  expect(types).toContain("When did a weekly series begin to go wrong")
})

test("its modules name nothing but each other", () => {
  const inside = join(user, "node_modules", "keelson")
  const files = readdirSync(inside, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|d\.ts)$/.test(name))
  const imported = files.flatMap((name) =>
    [...readFileSync(join(inside, name), "utf8").matchAll(/(?:from|import\(?) ?["']([^"']+)["']/g)].map(([, at]) => at),
  )
  expect(imported.length).toBeGreaterThan(20)
  expect(imported.filter((at) => !at?.startsWith("."))).toEqual([])
  expect(JSON.parse(readFileSync(join(inside, "package.json"), "utf8")).dependencies).toBeUndefined()
  expect(readdirSync(join(user, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["keelson"])
})
