import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { getPartnership, search } from "#contract/portfolio"
import { memberWith } from "#test/promises"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const { keelson, workspace, manager, ben, eve, benId, criteria, answersOfB, add, whole, ask, send, decide } =
  await openScene()

test("a profile is usable once published; what was published stays, and what says the same makes no version", async () => {
  const made = (await manager.call(contract.makeProfile, { name: "Bare", partnershipType: "msp" })).body
  const publish = (version: number) => manager.call(contract.publishProfile, { profile: made.id }, { ifMatch: version })
  expect((await publish(made.version)).body).toMatchObject({ code: "no-criteria" })
  expect(await add("Early", { profileId: made.id })).toMatchObject({ code: "profile-not-usable" })
  const edit = (name: string, version: number) =>
    manager.call(
      contract.editProfile,
      { profile: made.id, name, partnershipType: "msp", criteria },
      { ifMatch: version },
    )
  const written = (await edit("MSP", made.version)).body
  const published = (await publish(written.version)).body
  expect(published).toMatchObject({ name: "MSP", published: 1, versions: [{ number: 1, criteria }] })
  expect((await publish(published.version)).body).toMatchObject({ code: "nothing-changed" })
  const retire = (isRetired: boolean, ifMatch: number) =>
    manager.call(contract.retireProfile, { profile: made.id, isRetired }, { ifMatch })
  const retired = (await retire(true, published.version)).body
  expect(await add("Late", { profileId: made.id })).toMatchObject({ code: "profile-not-usable" })
  const back = (await retire(false, retired.version)).body
  expect(back.isRetired).toBe(false)
  await add("Timely", { profileId: made.id })
  const other = { profile: made.id, name: "MSP", partnershipType: "reseller" as const, criteria }
  expect((await manager.call(contract.editProfile, other, { ifMatch: back.version })).body).toMatchObject({
    code: "type-has-candidates",
  })
  const { items } = (await manager.call(contract.listProfiles)).body
  expect(items.find(({ id }) => id === made.id)).toMatchObject({ published: 1, candidates: 1 })
  expect((await eve.call(contract.makeProfile, { name: "Mine", partnershipType: "msp" })).status).toBe(403)
})

test("a company is a candidate once by a profile; whoever adds it looks after it, and two at once make one", async () => {
  const company = (await manager.call(createOrganization, { name: "Twice", domains: ["twice.example"] })).body
  const both = await Promise.all([1, 2].map(() => add("", { newOrganization: undefined, organizationId: company.id })))
  expect(both.map((each) => ("code" in each ? each.code : each.stage)).sort()).toEqual(["already-candidate", "sourced"])
  const owner = await memberWith(keelson, workspace, "partner_manager")
  const [made] = (await manager.call(contract.listCandidates, { organization: company.id })).body.items
  expect(made).toMatchObject({
    organizationName: "Twice",
    ownerId: owner.id,
    partnershipType: "reseller",
    source: "Kim Lee",
  })
  expect(await add("Twice")).toMatchObject({ code: "already-known" })
  expect(await add("Else", { ownerId: company.id })).toMatchObject({ code: "owner-not-known" })
  expect(await add("", { newOrganization: undefined })).toMatchObject({ code: "organization-needed" })
})

test("on the board one moves to and fro; a decided stage is reached by a decision, and left by looking again", async () => {
  const { id, version } = await add("Mover")
  const move = (to: "contacted" | "approved", ifMatch: number) =>
    manager.call(contract.moveCandidate, { candidate: id, to }, { ifMatch })
  const moved = (await move("contacted", version)).body
  expect(moved).toMatchObject({ stage: "contacted", movedAt: "2027-03-01T09:00:00.000Z" })
  expect((await move("approved", moved.version)).body).toMatchObject({ code: "stage-needs-decision" })
  expect((await decide(id, { outcome: "on_hold" })).body).toMatchObject({ code: "look-again-needed" })
  expect((await decide(id, { outcome: "on_hold", lookAgainOn: "2027-03-01" })).body).toMatchObject({
    code: "look-again-not-ahead",
  })
  const held = (await decide(id, { outcome: "on_hold", lookAgainOn: "2027-09-01", dissent: "Ben would go on" })).body
  expect(held).toMatchObject({
    ...{ stage: "on_hold", lookAgainOn: "2027-09-01" },
    decisions: [{ outcome: "on_hold", dissent: "Ben would go on", decidedBy: "partner_manager of Nordlicht" }],
    abilities: { move: "stage-decided", decide: "stage-decided", reopen: true },
  })
  expect((await move("contacted", held.version)).body).toMatchObject({ code: "stage-decided" })
  const reopen = (ifMatch: number) =>
    manager.call(contract.reopenCandidate, { candidate: id, why: "They called" }, { ifMatch })
  const again = (await reopen(held.version)).body
  expect(again).toMatchObject({ stage: "researching", lookAgainOn: null, decisions: [{ outcome: "on_hold" }] })
  expect((await reopen(again.version)).body).toMatchObject({ code: "still-open" })
})

test("a knock-out is approved only with a word; the decision keeps what it was taken on, and becomes a partnership once", async () => {
  const rival = await add("Rival")
  const { id } = await add("Chosen", { source: "Autumn fair" })
  await ask(id, [benId])
  await send(ben, id, answersOfB)
  expect((await decide(id, { alternatives: [rival.id] })).body).toMatchObject({ code: "knock-out-reason-needed" })
  expect((await decide(id, { knockOutReason: "Mended", alternatives: [id, benId] })).body).toMatchObject({
    code: "alternative-not-known",
  })
  expect((await decide(id, {}, eve)).status).toBe(403)
  const early = await manager.call(contract.convertCandidate, { candidate: id }, { ifMatch: (await whole(id)).version })
  expect(early.body).toMatchObject({ code: "not-approved" })
  const executive = await workspace.as("executive")
  const approved = (await decide(id, { knockOutReason: "Mended in May", alternatives: [rival.id] }, executive)).body
  expect(approved.decisions).toMatchObject([
    {
      ...{ outcome: "approved", total: 56.25, isKnockedOut: true, knockOutReason: "Mended in May" },
      alternatives: [{ id: rival.id, name: "Rival" }],
    },
  ])
  const convert = (ifMatch: number) => manager.call(contract.convertCandidate, { candidate: id }, { ifMatch })
  const { partnershipId, version } = (await convert(approved.version)).body
  const made = (await manager.call(getPartnership, { partnership: partnershipId ?? "" })).body
  expect(made).toMatchObject({ name: "Chosen", type: "reseller", stage: "negotiating" })
  expect((await convert(version)).body).toMatchObject({ code: "already-a-partnership" })
  const { items } = (await manager.call(contract.listSources)).body
  const became = { candidates: 1, approved: 1, declined: 0, partnerships: 1 }
  expect(items.find(({ source }) => source === "Autumn fair")).toMatchObject(became)
})

test("who looks after a candidate and what comes next is replaced as a whole; declined ones are added again", async () => {
  const { id, version } = await add("Edited", { nextStep: "Call", nextStepOn: "2027-03-09" })
  const edit = { candidate: id, sourceKind: "event" as const, ownerId: benId, nextStep: "Visit" }
  expect((await manager.call(contract.editCandidate, edit, { ifMatch: version })).body).toMatchObject({
    ...{
      sourceKind: "event",
      source: null,
      ownerName: "contributor of Nordlicht",
      nextStep: "Visit",
      nextStepOn: null,
    },
  })
  const declined = (await decide(id, { outcome: "declined" })).body
  expect(declined).toMatchObject({ stage: "declined", abilities: { convert: "not-approved", reopen: true } })
  const { organizationId } = declined
  expect(await add("", { newOrganization: undefined, organizationId })).toMatchObject({ stage: "sourced" })
})

test("a candidate is found by its company's name; one that is a partnership is found as that", async () => {
  const { id } = await add("Findable")
  const found = async () =>
    (await manager.call(search, { text: "findabel" })).body.items.filter(({ kind }) => kind === "candidate")
  expect(await found()).toMatchObject([{ id, name: "Findable", detail: "Reseller, DACH" }])
  await decide(id, {})
  await manager.call(contract.convertCandidate, { candidate: id }, { ifMatch: (await whole(id)).version })
  expect(await found()).toEqual([])
})
