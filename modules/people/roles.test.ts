import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { search } from "#contract/portfolio"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const clock = { now: () => "2026-11-23T09:00:00.000Z" }
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const partnership = async (name: string) =>
  (await manager.call(createPartnership, { type: "strategic_alliance", newOrganization: { name } })).body
const contact = async (name: string, organizationId?: string) =>
  (await manager.call(contract.createContact, { name, ...(organizationId ? { organizationId } : {}) })).body

const isStale = (partnershipId: string) =>
  keelson.platform.transact(workspace.system, async ({ db }) => {
    const rows = await db
      .deleteFrom("stalePartnership")
      .where("workspaceId", "=", workspace.system.workspaceId)
      .where("partnershipId", "=", partnershipId)
      .returning("partnershipId")
      .execute()
    return rows.length === 1
  })

test("a role begins, ends and is followed; history stays, the vacancy between is computed", async () => {
  const { id, organizationId } = await partnership("Contoso")
  const kim = await contact("Kim", organizationId)
  const people = async () => (await manager.call(contract.getPartnershipPeople, { partnership: id })).body
  const isVacant = async () =>
    (await people()).vacancies.find(({ side, role }) => side === "partner" && role === "executive_sponsor")
  expect(await isVacant()).toMatchObject({ sinceOn: null })
  const input = { partnership: id, contactId: kim.id, role: "executive_sponsor" } as const
  const begun = await manager.call(contract.assignRole, { ...input, fromOn: "2026-03-01" })
  expect(begun.body).toMatchObject({ contactName: "Kim", side: "partner", toOn: null })
  expect(await isStale(id)).toBe(true)
  expect(await isVacant()).toBeUndefined()
  expect((await manager.call(contract.assignRole, input)).body).toMatchObject({ code: "already-assigned" })
  expect((await manager.call(contract.assignRole, { ...input, fromOn: "2026-12-01" })).body).toMatchObject({
    code: "starts-in-future",
  })
  const end = (toOn: string) => manager.call(contract.endRole, { assignment: begun.body.id, toOn })
  expect((await end("2026-02-28")).body).toMatchObject({ code: "ends-before-start" })
  expect((await end("2026-10-31")).status).toBe(200)
  expect(await isStale(id)).toBe(true)
  expect((await end("2026-11-01")).body).toMatchObject({ code: "already-ended" })
  expect(await isVacant()).toMatchObject({ sinceOn: "2026-11-01", lastHolder: "Kim" })
  await manager.call(contract.assignRole, { ...input, contactId: (await contact("Lou", organizationId)).id })
  const now = await people()
  expect(now.current.map(({ contactName }) => contactName)).toEqual(["Lou"])
  expect(now.past).toMatchObject([{ contactName: "Kim", fromOn: "2026-03-01", toOn: "2026-10-31" }])
})

test("of two who press the button at once, one person gets the role once", async () => {
  const { id, organizationId } = await partnership("Twice")
  const input = { partnership: id, contactId: (await contact("Kim", organizationId)).id, role: "champion" } as const
  const race = await Promise.all([1, 2, 3].map(() => manager.call(contract.assignRole, input)))
  expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})

test("a person of another company plays no part here", async () => {
  const { id } = await partnership("Ours")
  const other = await contact("Stranger", (await partnership("Other")).organizationId)
  const answer = await manager.call(contract.assignRole, { partnership: id, contactId: other.id, role: "sales" })
  expect(answer.body).toMatchObject({ code: "other-company" })
})

test("contacts are recorded, found with typing errors, edited once per version, deleted without history only", async () => {
  const { id, organizationId } = await partnership("Adatum")
  const kim = await contact("Kimberly Richardson", organizationId)
  const found = await viewer.call(contract.listContacts, { search: "kimberly richardsn", organization: organizationId })
  expect(found.body.items).toMatchObject([{ id: kim.id, abilities: { edit: "role-may-not" } }])
  const edit = (ifMatch: number) =>
    manager.call(contract.editContact, { contact: kim.id, name: "Kim R.", email: "KIM@adatum.example" }, { ifMatch })
  expect((await edit(kim.version)).body).toMatchObject({ name: "Kim R.", email: "kim@adatum.example" })
  expect((await edit(kim.version)).status).toBe(412)
  await manager.call(contract.assignRole, { partnership: id, contactId: kim.id, role: "sales" })
  expect((await manager.call(contract.deleteContact, { contact: kim.id })).body).toMatchObject({ code: "has-history" })
  const spare = await contact("Spare", organizationId)
  expect((await manager.call(contract.deleteContact, { contact: spare.id })).status).toBe(200)
})

test("somebody written down twice is found once, our own people where they stand now; two of one name stay two", async () => {
  const [first, then] = [await partnership("Found one"), await partnership("Found two")]
  const inPart = async (name: string, to: string, email?: string, title?: string) => {
    const input = { name, ...(email ? { email } : {}), ...(title ? { title } : {}) }
    const { id: contactId } = (await manager.call(contract.createContact, input)).body
    await manager.call(contract.assignRole, {
      partnership: to,
      contactId,
      role: "alliance_manager",
      fromOn: "2026-01-01",
    })
    return contactId
  }
  await inPart("Ottilie Brandt", first.id, "o.brandt@example.com")
  const later = await inPart("Ottilie Brandt", then.id, "O.Brandt@example.com")
  await inPart("Hans Meier", first.id, undefined, "Sales")
  await inPart("Hans Meier", first.id, undefined, "Legal")
  const found = async (text: string) => (await manager.call(search, { text })).body.items
  expect(await found("ottilie brandt")).toMatchObject([{ kind: "contact", id: later, partnershipId: then.id }])
  expect((await found("hans meier")).map(({ detail }) => detail).toSorted()).toEqual(["Legal", "Sales"])
})

test("partners see the people of their partnership and who stands for the host in it, by name; its other people stay away", async () => {
  const { id, organizationId } = await partnership("Seen")
  const own = await contact("Own person", organizationId)
  const person = { name: "Host person", title: "Partner manager", email: "host.person@nordwind.example" }
  const hosts = (await manager.call(contract.createContact, person)).body
  await contact("Host colleague")
  const elsewhere = await partnership("Elsewhere")
  const theirs = await contact("Stands for us elsewhere")
  await manager.call(contract.assignRole, { partnership: elsewhere.id, contactId: theirs.id, role: "sales" })
  for (const { id: contactId } of [own, hosts])
    await manager.call(contract.assignRole, { partnership: id, contactId, role: "alliance_manager" })
  const partner = await workspace.asPartner(organizationId)
  const { body } = await partner.call(contract.getPartnershipPeople, { partnership: id })
  expect(body.current.toSorted((one, other) => one.side.localeCompare(other.side))).toMatchObject([
    { side: "host", contactName: "Host person", contactTitle: "Partner manager", contactEmail: null },
    { side: "partner", contactName: "Own person", contactTitle: null, contactEmail: null },
  ])
  expect(JSON.stringify(body)).not.toMatch(/colleague|elsewhere|@nordwind/)
  expect((await partner.call(contract.listContacts)).body.items.map(({ name }) => name)).toEqual(["Own person"])
  expect((await partner.call(contract.assignRole, { partnership: id, contactId: own.id, role: "sales" })).status).toBe(
    403,
  )
  const rival = await workspace.asPartner((await partnership("Rival")).organizationId)
  expect((await rival.call(contract.getPartnershipPeople, { partnership: id })).status).toBe(404)
  expect((await rival.call(contract.editContact, { contact: own.id, name: "x" }, { ifMatch: 1 })).status).toBe(404)
  expect((await rival.call(contract.endRole, { assignment: body.current[0]?.id ?? "" })).status).toBe(404)
})

test("a viewer and another workspace change nothing", async () => {
  const { id, organizationId } = await partnership("Guarded")
  const kim = await contact("Kim", organizationId)
  expect((await viewer.call(contract.createContact, { name: "x" })).status).toBe(403)
  expect((await viewer.call(contract.deleteContact, { contact: kim.id })).status).toBe(403)
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(contract.getPartnershipPeople, { partnership: id })).status).toBe(404)
  expect((await stranger.call(contract.deleteContact, { contact: kim.id })).status).toBe(404)
  expect((await stranger.call(contract.createContact, { name: "x", organizationId })).status).toBe(422)
  expect((await stranger.call(contract.listContacts)).body.items).toEqual([])
})
