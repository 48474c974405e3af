import { expect, test } from "vitest"
import { listActivities, recordActivity } from "#contract/activities"
import { listEvents } from "#contract/audit"
import { createOrganization, editOrganization, getOrganization, listOrganizations } from "#contract/organizations"
import { createPartnership, movePartnership, writeNote } from "#contract/partnerships"
import { createContact, listContacts } from "#contract/people"
import { listOwnPartnerships, listPartnerships } from "#contract/portfolio"
import { importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })
const workspace = await keelson.workspace("Nordwind")
const [admin, manager] = [await workspace.as("admin"), await workspace.as("partner_manager")]
const system = workspace.system

type Details = Readonly<{ type?: "isv" | "msp" | "reseller" | "consortium"; domains?: string[]; program?: string }>
const company = async (name: string, { domains = [], type = "isv", program }: Details = {}, more: object = {}) => {
  const made = await manager.call(createOrganization, { name, domains, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const terms = { type, organizationId: made.body.id, ...(program ? { program } : {}) }
  const { body, status } = await manager.call(createPartnership, terms)
  expect(status, JSON.stringify(body)).toBe(201)
  return { organization: body.organizationId, partnership: body.id }
}
const patient = { timeout: 60_000 }
const merge = (stays: string, goes: string, more: object = {}) =>
  manager.call(contract.mergeOrganizations, { organization: stays, goes, ...more })
const merged = async (stays: string, goes: string, more: object = {}) => {
  const answer = await merge(stays, goes, more)
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
  return answer.body
}
const partnershipsOf = async (organization: string) =>
  (await admin.call(listPartnerships, { organization })).body.items.map(({ id }) => id).sort()
const contactsOf = async (organization: string) =>
  (await admin.call(listContacts, { organization })).body.items.map(({ name }) => name)

test("a preview says what would move, where they differ and who would see more; merged, the other is no more", async () => {
  const stays = await company("Alder Systems", { domains: ["alder.example"] }, { country: "DE" })
  const goes = await company(
    "Alder Systems Group",
    { type: "msp", domains: ["alder-group.example"] },
    { country: "AT", size: "200" },
  )
  await manager.call(createContact, { name: "Ada Alder", organizationId: goes.organization })
  await manager.call(recordActivity, { partnership: goes.partnership, kind: "call", direction: "from_partner" })
  const preview = await manager.call(contract.previewMerge, {
    organization: stays.organization,
    goes: goes.organization,
  })
  expect(preview.body).toMatchObject({
    stays: { name: "Alder Systems" },
    goes: { name: "Alder Systems Group" },
    domains: ["alder-group.example"],
    fields: [
      { field: "name", stays: "Alder Systems", goes: "Alder Systems Group" },
      { field: "country", stays: "DE", goes: "AT" },
    ],
    seeMore: [],
  })
  expect(preview.body.moves).toEqual(
    expect.arrayContaining([
      { table: "partnership", count: 1 },
      { table: "contact", count: 1 },
      { table: "activity", count: 1 },
    ]),
  )
  const merger = await merged(stays.organization, goes.organization, { take: ["country"] })
  expect(merger).toMatchObject({ kind: "merge", madeBy: "partner_manager of Nordwind", abilities: { undo: true } })
  const { body: now } = await manager.call(getOrganization, { organization: stays.organization })
  expect(now).toMatchObject({
    ...{ name: "Alder Systems", country: "AT", size: "200" },
    domains: ["alder.example", "alder-group.example"],
  })
  expect((await manager.call(getOrganization, { organization: goes.organization })).status).toBe(404)
  expect(await partnershipsOf(stays.organization)).toEqual([stays.partnership, goes.partnership].sort())
  expect(await contactsOf(stays.organization)).toEqual(["Ada Alder"])
  const { body: activities } = await manager.call(listActivities, { partnership: goes.partnership })
  expect(activities.items).toMatchObject([{ kind: "call", direction: "from_partner" }])

  const { body: ledger } = await admin.call(listEvents, { subject: stays.organization })
  expect(ledger.items[0]).toMatchObject({
    kind: "organization.merged",
    payload: {
      from: { name: "Alder Systems Group" },
      before: { country: "DE", size: null },
      after: { country: "AT", size: "200" },
    },
  })
  const { body: ofGone } = await admin.call(listEvents, { subject: goes.organization })
  expect(ofGone.items.map(({ kind }) => kind)).toEqual(["organization.merged_into", "organization.recorded"])
  const { body: ofPartnership } = await admin.call(listEvents, {
    partnership: goes.partnership,
    kind: "partnership.changed_company",
  })
  expect(ofPartnership.items).toMatchObject([
    { visibility: "host", payload: { from: { name: "Alder Systems Group" } } },
  ])
})

test("undone, each has its own again; what came since stays, and what people changed since is kept and said", async () => {
  const stays = await company("Birch", { domains: ["birch.example"] })
  const goes = await company(
    "Birch Consulting",
    { type: "msp", domains: ["birch-consulting.example"] },
    { country: "FR", size: "10" },
  )
  const people = ["Bea", "Bo"]
  for (const name of people) await manager.call(createContact, { name, organizationId: goes.organization })
  const merger = await merged(stays.organization, goes.organization)
  await manager.call(createContact, { name: "Since", organizationId: stays.organization })
  const { body: now } = await manager.call(getOrganization, { organization: stays.organization })
  const { id, version, abilities: _, createdAt: __, updatedAt: ___, ...said } = now
  const details = Object.fromEntries(Object.entries({ ...said, size: "999" }).filter(([, value]) => value !== null))
  const edited = await manager.call(
    editOrganization,
    { organization: id, ...details, name: "Birch" },
    { ifMatch: version },
  )
  expect(edited.status, JSON.stringify(edited.body)).toBe(200)
  const later = await manager.call(recordActivity, {
    partnership: goes.partnership,
    kind: "call",
    direction: "from_partner",
  })
  expect(later.status).toBe(201)

  const undone = await manager.call(contract.undoMerger, { merger: merger.id })
  expect(undone.body).toMatchObject({ kept: { fields: ["size"], rows: [] }, merger: { undoneAt: expect.any(String) } })
  const { body: back } = await manager.call(getOrganization, { organization: goes.organization })
  expect(back).toMatchObject({
    name: "Birch Consulting",
    country: "FR",
    size: "10",
    domains: ["birch-consulting.example"],
  })
  expect((await manager.call(getOrganization, { organization: stays.organization })).body).toMatchObject({
    ...{ country: null, size: "999", domains: ["birch.example"] },
  })
  expect(await contactsOf(goes.organization)).toEqual(people)
  expect(await contactsOf(stays.organization)).toEqual(["Since"])
  expect(await partnershipsOf(goes.organization)).toEqual([goes.partnership])
  const parties = await keelson.platform.transact(system, ({ db, actor }) =>
    db
      .selectFrom("activity")
      .select("partyId")
      .where("workspaceId", "=", actor.workspaceId)
      .where("partnershipId", "=", goes.partnership)
      .execute(),
  )
  expect(parties).toEqual([{ partyId: goes.organization }])
  expect((await manager.call(contract.undoMerger, { merger: merger.id })).body).toMatchObject({
    code: "already-undone",
  })
})

test("the next file of either source finds the one company by what it calls it; undone, each finds its own", async () => {
  const own = await keelson.workspace("Files")
  const caller = await own.as("admin")
  const first = "Account ID,Partner,Website,Type\nA-1,Cedar Ltd,cedar.example,msp\n"
  const second = "Account ID,Partner,Website,Type\nB-9,Zirbe GmbH,zirbe.example,isv\n"
  for (const file of [first, second])
    expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsFailed: 0 })
  const found = async () => (await caller.call(listOrganizations)).body.items
  const [cedar, zirbe] = await found()
  const answer = await caller.call(contract.mergeOrganizations, {
    organization: cedar?.id ?? "",
    goes: zirbe?.id ?? "",
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const again = `${first}B-9,Zirbe GmbH,zirbe.example,isv\nC-1,Third,third.example,isv\n`
  expect(await importFile(caller, again)).toMatchObject({ state: "imported", rowsFailed: 0, summary: { known: 2 } })
  const byName = "Partner,Date,Activity\nZirbe GmbH,2026-03-02,call\n"
  expect(await importFile(caller, byName, { kind: "activities" } as never)).toMatchObject({ rowsFailed: 0 })
  expect((await found()).map(({ name }) => name)).toEqual(["Cedar Ltd", "Third"])
  await caller.call(contract.undoMerger, { merger: answer.body.id })
  const third = `${again}C-2,Fourth,fourth.example,isv\n`
  expect(await importFile(caller, third)).toMatchObject({ state: "imported", rowsFailed: 0, summary: { known: 3 } })
  expect((await found()).map(({ name }) => name)).toEqual(["Cedar Ltd", "Fourth", "Third", "Zirbe GmbH"])
})

test("what is in the way is said by name", async () => {
  const one = await company("Dogwood", { type: "reseller" })
  const other = await company("Dogwood Trading", { type: "reseller" })
  expect((await merge(one.organization, one.organization)).body).toMatchObject({ code: "same-company" })
  expect((await merge(one.organization, other.organization)).body).toMatchObject({
    ...{ code: "same-partnership-twice", detail: { names: ["Dogwood", "Dogwood Trading"] } },
  })
  const ended = { partnership: other.partnership, to: "ended" as const, reason: "One goes on" }
  expect((await manager.call(movePartnership, ended, { ifMatch: 1 })).status).toBe(200)
  await merged(one.organization, other.organization)
  const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
  expect(
    (await elsewhere.call(contract.mergeOrganizations, { organization: one.organization, goes: one.organization }))
      .status,
  ).toBe(404)
  const program = { type: "reseller", program: "Gold" } as const
  const [gold, silver] = [await company("Elm", program), await company("Elm Two", { ...program, program: "Silver" })]
  await merged(gold.organization, silver.organization)
})

test("who would see more is named, and sees more only once that was wanted; nobody learns what the other was called", async () => {
  const stays = await company("Fir")
  const goes = await company("Secretive Fir Holding", { type: "msp" })
  const [seller, marketer] = [
    await workspace.asPartner(stays.organization, "seller"),
    await workspace.asPartner(goes.organization, "marketer"),
  ]
  const kept = await marketer.call(writeNote, { partnership: goes.partnership, body: "kept among us", isPrivate: true })
  expect(kept.status).toBe(201)
  const refused = await merge(stays.organization, goes.organization)
  expect(refused.body).toMatchObject({
    code: "access-widens",
    detail: { names: ["marketer of a partner", "seller of a partner"] },
  })
  const { body: preview } = await manager.call(contract.previewMerge, {
    organization: stays.organization,
    goes: goes.organization,
  })
  expect(preview.seeMore).toMatchObject([
    { company: "Secretive Fir Holding", partnerships: ["Fir"] },
    { company: "Fir", partnerships: ["Secretive Fir Holding"] },
  ])
  const seen = async (caller: typeof seller) =>
    (await caller.call(listOwnPartnerships)).body.items.map(({ id }) => id).sort()
  expect(await seen(seller)).toEqual([stays.partnership])
  const merger = await merged(stays.organization, goes.organization, { seeMore: preview.seeMore.map(({ id }) => id) })
  const both = [stays.partnership, goes.partnership].sort()
  // What a server remembers of people who only read is forgotten a moment after the merger.
  await expect.poll(() => seen(seller), patient).toEqual(both)
  await expect.poll(() => seen(marketer), patient).toEqual(both)
  // A partner's own session tells of no other company's name: partnerships have names of their own.
  const told = JSON.stringify([
    (await seller.call(getOrganization, { organization: stays.organization })).body,
    (await seller.call(contract.listMergers, { organization: stays.organization })).body,
    (await seller.call(contract.previewMerge, { organization: stays.organization, goes: goes.organization })).body,
    (await seller.call(contract.listAlikeOrganizations)).body,
  ])
  expect(told).not.toContain("Secretive")
  expect(told).toContain("role-may-not")
  await manager.call(contract.undoMerger, { merger: merger.id })
  await expect.poll(() => seen(seller), patient).toEqual([stays.partnership])
  await expect.poll(() => seen(marketer), patient).toEqual([goes.partnership])
})

test("who signs in for both goes on with one access, and has the other again when it is undone", async () => {
  const [stays, goes] = [await company("Gorse"), await company("Gorse Lab", { type: "msp" })]
  const caller = await workspace.asPartner(stays.organization, "seller")
  const rows = () =>
    keelson.platform.transact(system, ({ db, actor }) =>
      db
        .selectFrom("partnerUser")
        .selectAll()
        .where("workspaceId", "=", actor.workspaceId)
        .where("organizationId", "in", [stays.organization, goes.organization])
        .orderBy("organizationId")
        .execute(),
    )
  const [own] = await rows()
  if (!own) throw new Error("somebody signs in for Gorse")
  await keelson.platform.transact(system, ({ db }) =>
    db
      .insertInto("partnerUser")
      .values({ ...own, id: crypto.randomUUID(), organizationId: goes.organization, role: "marketer" })
      .execute(),
  )
  const merger = await merged(stays.organization, goes.organization)
  expect(await rows()).toMatchObject([{ organizationId: stays.organization, role: "seller", userId: own.userId }])
  await expect.poll(async () => (await caller.call(listOwnPartnerships)).body.items.length, patient).toBe(2)
  await manager.call(contract.undoMerger, { merger: merger.id })
  expect((await rows()).map(({ organizationId, role }) => [organizationId, role]).sort()).toEqual(
    [
      [stays.organization, "seller"],
      [goes.organization, "marketer"],
    ].sort(),
  )
})

test("a merger is undone after those that came later", async () => {
  const [a, b, c] = [
    await company("Hazel A"),
    await company("Hazel B", { type: "msp" }),
    await company("Hazel C", { type: "reseller" }),
  ]
  const first = await merged(b.organization, a.organization)
  const second = await merged(c.organization, b.organization)
  expect((await manager.call(contract.undoMerger, { merger: first.id })).body).toMatchObject({
    ...{ code: "later-one-first", detail: { names: "Hazel C" } },
  })
  expect((await manager.call(contract.undoMerger, { merger: second.id })).status).toBe(200)
  expect((await manager.call(contract.undoMerger, { merger: first.id })).status).toBe(200)
  for (const each of [a, b, c]) expect(await partnershipsOf(each.organization)).toEqual([each.partnership])
})
