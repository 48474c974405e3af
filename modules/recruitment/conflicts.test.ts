import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const { manager, eve, profileOf, profile, add, whole, decide } = await openScene()

const kindsOf = async (query: object, caller = manager) =>
  (await caller.call(contract.findConflicts, query)).body.items.map(({ kind }) => kind)
const list = (kind: contract.ListedKind, companies: { name: string; domains?: string[] }[], caller = manager) =>
  caller.call(contract.addToConflictList, { kind, companies, note: "Sells the same" })

test("on entry it is told what is known of a company: its number in other spacing, its domain, its partnership", async () => {
  const newOrganization = {
    ...{ name: "Cascade", domains: ["cascade.example"], registrationNumber: "HRB 12 34-5", country: "DE" },
  }
  const made = (await manager.call(createPartnership, { type: "reseller", newOrganization })).body
  expect(await kindsOf({ name: "Quite another", registrationNumber: "hrb 12345" })).toEqual(["same_registration"])
  // Registers are kept by country.
  expect(await kindsOf({ name: "Quite another", registrationNumber: "HRB12345", country: "AT" })).toEqual([])
  expect(await kindsOf({ name: "Quite another", registrationNumber: "--" })).toEqual([])
  expect(await kindsOf({ name: "Quite another", domains: "cascade.example" })).toEqual(["same_domain"])
  const { items } = (await manager.call(contract.findConflicts, { organization: made.organizationId })).body
  expect(items).toMatchObject([{ kind: "partner", partnershipId: made.id, isSerious: false }])
  const refused = await manager.call(contract.addCandidate, {
    ...{ profileId: profile.id, sourceKind: "research" as const },
    newOrganization: { name: "Quite another", domains: [], registrationNumber: "HRB.12345" },
  })
  expect(refused.body).toMatchObject({ code: "already-known", detail: { similar: [{ why: "registration" }] } })
})

test("neither name nor company is refused; a company of nobody's is not known", async () => {
  expect((await manager.call(contract.findConflicts, {})).body).toMatchObject({ code: "organization-needed" })
  const organization = crypto.randomUUID()
  expect((await manager.call(contract.findConflicts, { organization })).body).toMatchObject({
    code: "organization-not-known",
  })
})

test("a candidate does not stand against itself, but against its company by another profile", async () => {
  const first = await add("Twofold")
  const about = { organization: first.organizationId, candidate: first.id }
  expect(await kindsOf(about)).toEqual([])
  const other = await profileOf("MSP, DACH")
  const second = await add("", {
    profileId: other.id,
    organizationId: first.organizationId,
    newOrganization: undefined,
  })
  expect(await kindsOf(about)).toEqual(["candidate"])
  await decide(second.id, { outcome: "declined" })
  expect(await kindsOf(about)).toEqual(["declined"])
})

test("the list takes many at once, tells who was listed so already, and only editors change it", async () => {
  expect((await list("competitor", [{ name: "Rival Inc." }], eve)).status).toBe(403)
  const first = await list("competitor", [{ name: "Rival Inc.", domains: ["rival.example"] }, { name: "Foe" }])
  expect(first.body).toEqual({ added: 2, known: [] })
  expect((await list("competitor", [{ name: "RIVAL" }, { name: "Third" }])).body).toEqual({
    added: 1,
    known: ["RIVAL"],
  })
  await list("competitor", [{ name: "RIVAL", domains: ["rival.test"] }])
  expect(await kindsOf({ name: "Under another name", domains: "rival.test" })).toEqual(["competitor"])
  expect((await list("customer", [{ name: "Rival" }])).body).toEqual({ added: 1, known: [] })
  const { items } = (await eve.call(contract.listConflictList, { kind: "competitor" })).body
  expect(items.map(({ name, note }) => [name, note])).toEqual([
    ...[["Foe", "Sells the same"]],
    ...[
      ["Rival Inc.", "Sells the same"],
      ["Third", "Sells the same"],
    ],
  ])
  expect(items[0]?.abilities.remove).toBe("role-may-not")
  const third = items.find(({ name }) => name === "Third")?.id ?? ""
  expect((await eve.call(contract.removeFromConflictList, { entry: third })).status).toBe(403)
  expect((await manager.call(contract.removeFromConflictList, { entry: third })).status).toBe(200)
  expect(await kindsOf({ name: "Third" })).toEqual([])
})

test("a competitor is approved only with a word, which the decision keeps; taking it off the list later unsays nothing", async () => {
  await list("competitor", [{ name: "Adversary", domains: ["adversary.example"] }])
  const { id } = await add("Adversary")
  expect((await decide(id, {})).body).toMatchObject({ code: "conflict-reason-needed" })
  expect((await decide(id, { conflictReason: "They have sold that line" })).status).toBe(201)
  const { items } = (await manager.call(contract.listConflictList, { kind: "competitor" })).body
  const entry = items.find(({ name }) => name === "Adversary")?.id ?? ""
  await manager.call(contract.removeFromConflictList, { entry })
  expect((await whole(id)).decisions).toMatchObject([
    { conflicts: [{ kind: "competitor", name: "Adversary" }], conflictReason: "They have sold that line" },
  ])
})
