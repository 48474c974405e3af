import { expect, test } from "vitest"
import type { Personal } from "#platform/personal"
import de from "./texts/de.json"
import en from "./texts/en.json"

const personal = import.meta.glob<Personal>("../../../../modules/*/personal.ts", { eager: true, import: "personal" })
const sources = import.meta.glob<string>("../../../../modules/*/{belongings,retained}.ts", {
  ...{ eager: true, query: "?raw", import: "default" },
})
const kindsIn = (file: "belongings" | "retained") =>
  Object.entries(sources).flatMap(([path, source]) =>
    path.endsWith(`/${file}.ts`) ? [...source.matchAll(/ kind: "(\w+)"/g)].map(([, kind = ""]) => kind) : [],
  )

const languages = [
  ["English", en],
  ["German", de],
] as const

test.each(languages)("what is handed over, and what is kept for a time, has a name in %s", (_language, texts) => {
  const [belongings, retained] = [kindsIn("belongings"), kindsIn("retained")]
  expect([belongings.length > 3, retained.length > 5]).toEqual([true, true])
  expect(belongings.filter((kind) => !(kind in texts.belongings))).toEqual([])
  expect(retained.filter((kind) => !(kind in texts.retained))).toEqual([])
})

test.each(languages)("everything that points to a person has a name in %s", (_language, texts) => {
  const pointing = ["account", "member", "partner user", "contact", "somebody", "own rows"]
  const tables = Object.values(personal).flatMap((each) =>
    Object.entries(each.tables).flatMap(([table, columns]) =>
      Object.values(columns).some((says) => pointing.includes(says)) ? [table] : [],
    ),
  )
  expect(tables.length).toBeGreaterThan(25)
  expect([...tables, "event"].filter((table) => !(table in texts.kept))).toEqual([])
})
