import { expect, test } from "vitest"
import { listContacts } from "#contract/people"
import { importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

test.each([
  ["First Name,Last Name,Company", "Ada,Lovelace,Lumen", "Ada Lovelace"],
  ["Prénom,Nom,Société", "Anne,Dupont,Lumen", "Anne Dupont"],
  ["Vorname;Nachname;Firma", "Anna;von der Heide;Lumen", "Anna von der Heide"],
  ["姓,名,Company", "田中,太郎,Lumen", "田中 太郎"],
])("%s: a name that a file tells in parts is recorded whole", async (headers, row, name) => {
  const workspace = await keelson.workspace(`Parts ${name}`)
  const caller = await workspace.as("owner")
  const done = await importFile(caller, `${headers}\n${row}\n`, { kind: "people", unknownPartners: "create" })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect((await caller.call(listContacts, {})).body.items.map((each) => each.name)).toEqual([name])
})
