import { expect, test } from "vitest"
import type { Personal } from "#platform/personal"
import de from "./texts/de.json"
import en from "./texts/en.json"

const personal = import.meta.glob<Personal>("../../../../modules/*/personal.ts", { eager: true, import: "personal" })

test.each([
  ["English", en],
  ["German", de],
])("everything that points to a person has a name in %s", (_language, texts) => {
  const pointing = ["account", "member", "partner user", "contact", "somebody", "own rows"]
  const tables = Object.values(personal).flatMap((each) =>
    Object.entries(each.tables).flatMap(([table, columns]) =>
      Object.values(columns).some((says) => pointing.includes(says)) ? [table] : [],
    ),
  )
  expect(tables.length).toBeGreaterThan(25)
  expect([...tables, "event"].filter((table) => !(table in texts.kept))).toEqual([])
})
