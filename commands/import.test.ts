import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test, vi } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { importFile } from "./import/run.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Terminal")
const folder = await mkdtemp(join(tmpdir(), "keelson-import-"))
afterAll(() => rm(folder, { recursive: true }))

/** What the check of a file prints. */
const check = async (rows: readonly string[]): Promise<readonly string[]> => {
  const file = join(folder, "people.csv")
  await writeFile(file, ["Company,First Name,Last Name,E-mail,Role", ...rows, ""].join("\n"))
  const out: string[] = []
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, "write").mockImplementation(() => true)
  const options = { unknownPartners: "create", partnershipType: "reseller" } as const
  const request = { file, workspace: workspace.slug, isDry: true, mapping: undefined, errors: undefined, options }
  await importFile(keelson.platform, request).finally(() => vi.restoreAllMocks())
  return out.join("").split("\n")
}

test("a check names the rows that cannot be taken, with their lines and what to correct", async () => {
  const told = await check(["Lumen,Ada,Lovelace,ada@lumen.example,sales", "Lumen,,,bo@lumen.example,sales"])
  expect(told).toContain("2 rows of people read; 1 cannot be taken.")
  expect(told).toContain("  line 3: This field is needed and is empty.")
  expect(told.join("\n")).not.toContain("\n  line 2:")
})

test("of many it names the first five, and where the others are found", async () => {
  const told = await check(Array.from({ length: 8 }, () => "Lumen,,,,sales"))
  expect(told.filter((line) => /^ {2}line \d+: /.test(line))).toHaveLength(5)
  expect(told).toContain("  and 3 more: --errors <file> writes them with what to correct.")
  expect((await check(["Lumen,Ada,,,sales"])).filter((line) => /^ {2}line \d+: /.test(line))).toEqual([])
})
