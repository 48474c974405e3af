import { globSync, readFileSync } from "node:fs"
import { basename } from "node:path"
import { expect, test } from "vitest"
import { catalogue } from "#test/importable"

const { kinds, tables, reasons } = catalogue

type Texts = Readonly<{
  kind: Readonly<Record<string, string>>
  table: Readonly<Record<string, string>>
  reason: Readonly<Record<string, string>>
  field: Readonly<Record<string, Readonly<Record<string, string>>>>
}>

/** The texts of everything that modules let a file bring, as one. */
const textsIn = (language: string): Texts => {
  const files = globSync(`modules/*/texts/importable.${language}.json`)
  const all = files.map((path): Partial<Texts> => JSON.parse(readFileSync(path, "utf8")))
  const field: Record<string, Record<string, string>> = {}
  for (const part of all)
    for (const [kind, names] of Object.entries(part.field ?? {})) field[kind] = { ...field[kind], ...names }
  const together = (name: "kind" | "table" | "reason") => Object.assign({}, ...all.map((part) => part[name] ?? {}))
  return { kind: together("kind"), table: together("table"), reason: together("reason"), field }
}
const languages = globSync("web/ui/texts/*.json").map((path) => basename(path, ".json"))

const holesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(languages)("every kind, field, table and reason has a text in %s, and no other is left over", (language) => {
  const { kind: kindNames, table, reason, field } = textsIn(language)
  const names = kinds.map(({ kind }) => kind).toSorted()
  expect(Object.keys(kindNames).sort()).toEqual(names)
  expect(Object.keys(field).sort()).toEqual(names)
  expect(new Set(Object.keys(table))).toEqual(new Set(tables.flatMap(({ name }) => [`${name}_one`, `${name}_other`])))
  expect(Object.keys(reason).sort()).toEqual(Object.keys(reasons).sort())
  for (const [code, sentence] of Object.entries(reasons))
    expect({ code, holes: holesOf(reason[code] ?? "") }).toEqual({ code, holes: holesOf(sentence) })
  for (const { kind, fields } of kinds) {
    const keys = fields.map(({ key }) => key)
    expect({ kind, keys: Object.keys(field[kind] ?? {}).sort() }).toEqual({ kind, keys: keys.toSorted() })
    expect(Object.values(field[kind] ?? {})).not.toContain("")
  }
})

test("the web and the server say the same in English", () => {
  const { reason, field } = textsIn("en")
  expect(reason).toEqual(reasons)
  for (const { kind, fields } of kinds)
    expect(field[kind]).toEqual(Object.fromEntries(fields.map(({ key, label }) => [key, label])))
})
