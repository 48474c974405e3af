import { expect, test } from "vitest"
import { createOrganization, listOrganizations } from "#contract/organizations"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const record = async (name: string, more: object = {}) =>
  (await manager.call(contract.createPartnership, { type: "reseller", newOrganization: { name }, ...more })).body

test("a partnership and its new company are recorded in one act, or neither", async () => {
  const made = await manager.call(contract.createPartnership, {
    type: "isv",
    newOrganization: { name: "Adventure Works", domains: ["adventure.example"] },
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: "Adventure Works",
    organizationName: "Adventure Works",
    parties: [{ name: "Adventure Works", isLeading: true }],
    currency: "EUR",
    stage: "active",
  })
  const again = await manager.call(contract.createPartnership, {
    type: "isv",
    newOrganization: { name: "Adventure", domains: ["adventure.example"] },
  })
  expect(again.body).toMatchObject({ code: "already-known", detail: { similar: [{ why: "domain" }] } })
  const ownerless = await manager.call(contract.createPartnership, {
    type: "isv",
    newOrganization: { name: "Never kept" },
    ownerId: newId(),
  })
  expect(ownerless.body).toMatchObject({ code: "owner-not-known" })
  const { body } = await manager.call(listOrganizations, { search: "Never kept" })
  expect(body.items.map(({ name }) => name)).not.toContain("Never kept")
})

test("a company is needed, and must be known", async () => {
  const without = await manager.call(contract.createPartnership, { type: "msp" })
  expect(without.body).toMatchObject({ code: "organization-needed" })
  const unknown = await manager.call(contract.createPartnership, { type: "msp", organizationId: newId() })
  expect(unknown.body).toMatchObject({ code: "organization-not-known" })
})

test("a stage moves along the table, with its reason; of two moves at once one is told", async () => {
  const made = await record("Moving")
  const refused = await manager.call(
    contract.movePartnership,
    { partnership: made.id, to: "qualifying" },
    { ifMatch: made.version },
  )
  expect(refused.body).toMatchObject({ code: "move-not-allowed", detail: { allowed: ["renewing", "paused", "ended"] } })
  const silent = await manager.call(
    contract.movePartnership,
    { partnership: made.id, to: "paused" },
    { ifMatch: made.version },
  )
  expect(silent.body).toMatchObject({ code: "reason-needed" })
  const race = await Promise.all(
    (["paused", "ended"] as const).map((to) =>
      manager.call(contract.movePartnership, { partnership: made.id, to, reason: "Budget" }, { ifMatch: made.version }),
    ),
  )
  expect(race.map(({ status }) => status).sort()).toEqual([200, 412])
})

test("an edit needs the version that was read, and an owner who is here", async () => {
  const made = await record("Edited")
  const input = { partnership: made.id, name: "Edited once", type: "msp", currency: "USD" } as const
  expect((await manager.call(contract.editPartnership, input)).status).toBe(428)
  expect((await manager.call(contract.editPartnership, { ...input, ownerId: newId() }, { ifMatch: 1 })).status).toBe(
    422,
  )
  const saved = await manager.call(contract.editPartnership, input, { ifMatch: made.version })
  expect(saved.body).toMatchObject({ name: "Edited once", type: "msp", currency: "USD", version: made.version + 1 })
  expect((await manager.call(contract.editPartnership, input, { ifMatch: made.version })).status).toBe(412)
})

test("a consortium has further parties, who join, leave and come back", async () => {
  const made = await record("Lead company", { type: "consortium" })
  const party = (await manager.call(createOrganization, { name: "Second company" })).body
  const input = { partnership: made.id, organizationId: party.id }
  expect((await manager.call(contract.addParty, input)).body.parties).toMatchObject([
    { isLeading: true },
    { name: "Second company", leftOn: null },
  ])
  expect((await manager.call(contract.addParty, input)).body).toMatchObject({ code: "already-a-party" })
  const left = await manager.call(contract.removeParty, { partnership: made.id, organization: party.id })
  expect(left.body.parties[1]?.leftOn).not.toBeNull()
  expect(
    (await manager.call(contract.removeParty, { partnership: made.id, organization: party.id })).body,
  ).toMatchObject({ code: "not-a-party" })
  expect((await manager.call(contract.addParty, input)).body.parties[1]?.leftOn).toBeNull()
  const plain = await record("Plain reseller")
  expect(
    (await manager.call(contract.addParty, { partnership: plain.id, organizationId: party.id })).body,
  ).toMatchObject({ code: "not-a-consortium" })
})

test("notes: private to one's side or shared, and never the other side's", async () => {
  const mine = await record("Noted")
  const partner = await workspace.asPartner(mine.organizationId)
  const rival = await workspace.asPartner((await record("Rival")).organizationId)
  const write = (by: typeof manager, body: string, isPrivate: boolean) =>
    by.call(contract.writeNote, { partnership: mine.id, body, isPrivate })
  expect((await write(manager, "host secret", true)).body).toMatchObject({ visibility: "host", isOwn: true })
  await write(manager, "to both", false)
  await write(partner, "partner secret", true)
  expect((await write(viewer, "by a viewer", true)).status).toBe(403)
  const read = async (by: typeof manager) =>
    (await by.call(contract.listNotes, { partnership: mine.id })).body.items.map(({ body }) => body)
  expect(await read(viewer)).toEqual(["to both", "host secret"])
  expect(await read(partner)).toEqual(["partner secret", "to both"])
  expect((await rival.call(contract.listNotes, { partnership: mine.id })).status).toBe(404)
  expect((await write(rival, "x", false)).status).toBe(404)
})

test("a viewer may not write", async () => {
  const made = await record("Looked at")
  expect((await viewer.call(contract.createPartnership, { type: "isv", newOrganization: { name: "No" } })).status).toBe(
    403,
  )
  expect(
    (await viewer.call(contract.movePartnership, { partnership: made.id, to: "ended", reason: "x" }, { ifMatch: 1 }))
      .status,
  ).toBe(403)
})

test("neither a partner nor another workspace acts on a partnership", async () => {
  const made = await record("Untouched")
  const partner = await workspace.asPartner(made.organizationId)
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  const { organizationId } = made
  const end = { partnership: made.id, to: "ended", reason: "x" } as const
  expect((await partner.call(contract.createPartnership, { type: "isv", organizationId })).status).toBe(403)
  expect((await partner.call(contract.movePartnership, end, { ifMatch: 1 })).status).toBe(403)
  expect((await stranger.call(contract.createPartnership, { type: "isv", organizationId })).status).toBe(422)
  expect((await stranger.call(contract.movePartnership, end, { ifMatch: 1 })).status).toBe(404)
  expect((await stranger.call(contract.listNotes, { partnership: made.id })).status).toBe(404)
})
