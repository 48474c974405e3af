import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { createPartnership, movePartnership } from "#contract/partnerships"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const { manager, eve, add } = await openScene()

const known = { country: "DE", industries: ["Retail"] }
const company = async (name: string, facts: object) =>
  (await manager.call(createOrganization, { name, ...facts })).body.id
const partnership = async (name: string, type: "reseller" | "isv", facts: object) =>
  (await manager.call(createPartnership, { type, organizationId: await company(name, facts) })).body
const end = async (name: string, type: "reseller" | "isv", facts: object, reason: string) => {
  const { id, version } = await partnership(name, type, facts)
  await manager.call(movePartnership, { partnership: id, to: "ended", reason }, { ifMatch: version })
  return id
}
const lesson = async (id: string, caller = manager) => (await caller.call(contract.getLesson, { partnership: id })).body
const write = async (id: string, words: string | null, ifMatch: number, caller = manager) =>
  caller.call(contract.writeLesson, { partnership: id, lesson: words }, { ifMatch })

test("what is learnt is written once it has ended, by editors, over what was read, and taken away again", async () => {
  const running = await partnership("Goes on", "reseller", known)
  expect((await lesson(running.id)).abilities.write).toBe("not-ended")
  expect((await write(running.id, "Too early", 0)).body).toMatchObject({ code: "not-ended" })
  const id = await end("Fell asleep", "reseller", known, "Nobody sold anything for a year")
  expect(await lesson(id, eve)).toMatchObject({
    ...{ isEnded: true, why: "Nobody sold anything for a year", words: null, version: 0 },
    abilities: { write: "role-may-not" },
  })
  expect((await write(id, "Ask for a first deal in 90 days", 0)).body).toMatchObject({
    ...{ words: "Ask for a first deal in 90 days", version: 1 },
  })
  expect((await write(id, "Another", 0)).body).toMatchObject({ code: "changed-meanwhile" })
  expect((await write(id, "x", 1, eve)).status).toBe(403)
  expect((await write(id, "Ask for a first deal in 60 days", 1)).body).toMatchObject({ version: 2 })
  expect((await write(id, null, 2)).body).toMatchObject({ words: null, version: 0, why: expect.any(String) })
})

test("while a candidate is decided on, the ended partnerships most like it are told, with why and what was learnt", async () => {
  await end("Same trade, same place", "isv", known, "They were bought")
  await end("Quite other", "isv", { country: "JP", industries: ["Mining"] }, "x")
  const learnt = await end("Same type", "reseller", { country: "JP" }, "No sponsor")
  await write(learnt, "No sponsor, no signature", 0)
  const { id } = await add("", { organizationId: await company("Thought of", known), newOrganization: undefined })
  const found = (await eve.call(contract.listLikeEnded, { candidate: id })).body
  expect(found.items.map(({ name, by, why, words }) => [name, by, why, words])).toEqual([
    ["Fell asleep", ["type", "industry", "place"], "Nobody sold anything for a year", null],
    ["Same type", ["type"], "No sponsor", "No sponsor, no signature"],
    ["Same trade, same place", ["industry", "place"], "They were bought", null],
  ])
  expect(found.found).toBe(3)
})
