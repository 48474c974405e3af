import { globSync, readFileSync } from "node:fs"
import { basename } from "node:path"
import { expect, test } from "vitest"
import { catalogue } from "#test/importable"

const { kinds, tables, reasons, remarks } = catalogue

type Texts = Readonly<{
  kind: Readonly<Record<string, string>>
  table: Readonly<Record<string, string>>
  reason: Readonly<Record<string, string>>
  remark: Readonly<Record<string, string>>
  choice: Readonly<Record<string, Readonly<Record<string, string>>>>
  field: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Of the fields whose unknown values are matched: by kind, field and value. */
  value: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
}>

/** The texts of everything that modules let a file bring, as one. */
const textsIn = (language: string): Texts => {
  const files = globSync(`modules/*/texts/importable.${language}.json`)
  const all = files.map((path): Partial<Texts> => JSON.parse(readFileSync(path, "utf8")))
  const field: Record<string, Record<string, string>> = {}
  for (const part of all)
    for (const [kind, names] of Object.entries(part.field ?? {})) field[kind] = { ...field[kind], ...names }
  const value = Object.assign({}, ...all.map((part) => part.value ?? {}))
  const together = (name: "kind" | "table" | "reason" | "remark" | "choice") =>
    Object.assign({}, ...all.map((part) => part[name] ?? {}))
  return {
    kind: together("kind"),
    table: together("table"),
    reason: together("reason"),
    remark: together("remark"),
    choice: together("choice"),
    field,
    value,
  }
}
const languages = globSync("web/ui/texts/*.json").map((path) => basename(path, ".json"))

const holesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(languages)(
  "every kind, field, table, reason and remark has a text in %s, and no other is left over",
  (language) => {
    const { kind: kindNames, table, reason, remark, choice, field, value } = textsIn(language)
    const names = kinds.map(({ kind }) => kind).toSorted()
    expect(Object.keys(kindNames).sort()).toEqual(names)
    expect(Object.keys(field).sort()).toEqual(names)
    // `_many` is filled by whoever reads the texts (core/plurals.ts).
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== "many")
    expect(new Set(Object.keys(table))).toEqual(
      new Set(tables.flatMap(({ name }) => forms.map((form) => `${name}_${form}`))),
    )
    expect(Object.keys(reason).sort()).toEqual(Object.keys(reasons).sort())
    for (const [code, sentence] of Object.entries(reasons))
      expect({ code, holes: holesOf(reason[code] ?? "") }).toEqual({ code, holes: holesOf(sentence) })
    expect(Object.keys(remark).sort()).toEqual(Object.keys(remarks).sort())
    for (const [code, { tells, choices }] of Object.entries(remarks)) {
      expect({ code, holes: holesOf(remark[code] ?? "") }).toEqual({ code, holes: holesOf(tells) })
      expect({ code, choices: Object.keys(choice[code] ?? {}) }).toEqual({ code, choices: Object.keys(choices ?? {}) })
    }
    for (const { kind, fields } of kinds) {
      const keys = fields.map(({ key }) => key)
      expect({ kind, keys: Object.keys(field[kind] ?? {}).sort() }).toEqual({ kind, keys: keys.toSorted() })
      expect(Object.values(field[kind] ?? {})).not.toContain("")
      for (const { key, type, choices, orName } of fields)
        if (type === "choice" && choices && !orName) {
          expect({ kind, key, values: Object.keys(value[kind]?.[key] ?? {}) }).toEqual({
            ...{ kind, key, values: Object.keys(choices) },
          })
          expect(Object.values(value[kind]?.[key] ?? {})).not.toContain("")
        }
    }
  },
)

test("the web and the server say the same in English", () => {
  const { reason, remark, choice, field } = textsIn("en")
  expect(reason).toEqual(reasons)
  for (const [code, { tells, choices }] of Object.entries(remarks))
    expect({ tells: remark[code], choices: choice[code] }).toEqual({ tells, choices })
  for (const { kind, fields } of kinds)
    expect(field[kind]).toEqual(Object.fromEntries(fields.map(({ key, label }) => [key, label])))
})
