import { spawn, spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, expect, test } from "vitest"
import { ConfigError, readConfig } from "./config.ts"

const root = mkdtempSync(join(tmpdir(), "keelson-secret-"))
afterAll(() => rmSync(root, { recursive: true }))
let folder = root
beforeEach(() => {
  folder = mkdtempSync(join(root, "folder-"))
})
const secretOf = () => readConfig({ KEELSON_FOLDER: folder }).secret
const reading = `
  import { readConfig } from "#platform/config"
  try { console.log(readConfig(process.env).secret) } catch (fault) { console.log(fault.constructor.name, fault.message) }`
const inProcess = (before: string) =>
  spawnSync("sh", ["-c", `${before} exec "$0" --input-type=module -e "$1"`, process.execPath, reading], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, KEELSON_FOLDER: folder },
  }).stdout.trim()

test("the secret is made once, readable by its owner only, and kept", () => {
  const first = secretOf()
  expect(secretOf()).toBe(first)
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(["secret"])
})

test("a disk that is full at the first start leaves no secret, and the next start makes a whole one", () => {
  expect(inProcess("ulimit -f 0;")).toMatch(/^ConfigError No secret could be kept in .* \(EFBIG\): make room there/)
  expect(readdirSync(folder)).toEqual([])
  const made = inProcess("")
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(secretOf()).toBe(made)
})

test.each([
  ["an empty one", ""],
  ["blanks", `${" ".repeat(50)}\n`],
  ["half of one", "c2hvcnQ"],
])("%s is refused with what to do, and left as it is", (_what, text) => {
  writeFileSync(join(folder, "secret"), text)
  expect(secretOf).toThrow(ConfigError)
  expect(secretOf).toThrow(/has \d+ characters where 32 are needed.*remove the file if nothing was set up yet/)
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe(text)
})

test("a secret that is there is never written over, and is closed to others", () => {
  writeFileSync(join(folder, "secret"), "a".repeat(44))
  chmodSync(join(folder, "secret"), 0o644)
  expect(secretOf()).toBe("a".repeat(44))
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600)
})

test("processes that start at once go on with the same secret", async () => {
  const said = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", reading], {
        env: { PATH: process.env.PATH, KEELSON_FOLDER: folder },
      })
      const chunks = await child.stdout.toArray()
      return Buffer.concat(chunks).toString()
    }),
  )
  expect(new Set(said).size).toBe(1)
  expect(said[0]?.trim()).toBe(secretOf())
})
