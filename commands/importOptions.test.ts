import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import { afterAll, expect, test, vi } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { importFile } from "./import/run.ts"
import { register } from "./import.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Options")
const folder = await mkdtemp(join(tmpdir(), "keelson-options-"))
afterAll(() => rm(folder, { recursive: true }))
const file = join(folder, "partners.csv")
await writeFile(file, "Firma,Typ\nLumen,reseller\n")

type Request = Parameters<typeof importFile>[1]
const ask = async (asked: Partial<Request>) => {
  vi.spyOn(process.stdout, "write").mockImplementation(() => true)
  vi.spyOn(process.stderr, "write").mockImplementation(() => true)
  const options = { kind: "partners", ...asked.options }
  const request = {
    file,
    workspace: workspace.slug,
    isDry: false,
    mapping: undefined,
    errors: undefined,
    ...asked,
    options,
  }
  return importFile(keelson.platform, request).finally(() => vi.restoreAllMocks())
}

test.each<[string, Partial<Request>, RegExp]>([
  ["a column that the file does not have", { mapping: { Firm: "name" } }, /no column “Firm”. It has: Firma, Typ/],
  ["a sheet of a text", { options: { sheet: "Tabelle1" } }, /is a text and has no sheet “Tabelle1”/],
  ["a place for errors that is none", { errors: join(folder, "none", "errors.csv") }, /cannot be written: nothing can/],
  ["a folder for errors", { errors: folder }, /cannot be written: it is a folder/],
  ["a file that is not there", { file: join(folder, "none.csv") }, /none.csv cannot be read: there is no such file/],
  ["a folder", { file: folder }, /cannot be read: it is a folder/],
])("%s is refused before anything is written", async (_, asked, sentence) => {
  await expect(ask(asked)).rejects.toThrow(sentence)
  const made = await keelson.platform.transact(workspace.system, ({ db }) =>
    db.selectFrom("importRun").select("id").where("state", "=", "imported").execute(),
  )
  expect(made).toEqual([])
  expect(await readdir(folder)).toEqual(["partners.csv"])
})

test.each([
  ["THALER", 1],
  ["ZZZ", 1],
])("--currency %s is no currency", async (code) => {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  register(program)
  const line = ["node", "keelson", "import", file, "--currency", code]
  await expect(program.parseAsync(line)).rejects.toThrow(/three letters of a currency/)
})
