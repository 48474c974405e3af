import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { fieldTables, importKinds, reasons } from "./rules.ts"

type Texts = Readonly<{
  reason: Readonly<Record<string, string>>
  field: Readonly<Record<string, Readonly<Record<string, string>>>>
}>

const folder = "web/locales"
const textsIn = (language: string): Texts => JSON.parse(readFileSync(`${folder}/${language}/imports.json`, "utf8"))
const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
)

const holesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(languages)("every reason and every field has a text in %s", (language) => {
  const { reason, field } = textsIn(language)
  expect(Object.keys(reason).sort()).toEqual(Object.keys(reasons).sort())
  for (const [code, sentence] of Object.entries(reasons))
    expect({ code, holes: holesOf(reason[code] ?? "") }).toEqual({ code, holes: holesOf(sentence) })
  for (const kind of importKinds) {
    const keys = fieldTables[kind].fields.map(({ key }) => key)
    expect({ kind, keys: Object.keys(field[kind] ?? {}).sort() }).toEqual({ kind, keys: keys.toSorted() })
    expect(Object.values(field[kind] ?? {})).not.toContain("")
  }
})

test("the web and the server say the same in English", () => {
  const { reason, field } = textsIn("en")
  expect(reason).toEqual(reasons)
  for (const kind of importKinds)
    expect(field[kind]).toEqual(Object.fromEntries(fieldTables[kind].fields.map(({ key, label }) => [key, label])))
})
