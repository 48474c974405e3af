import { expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { createOrganization } from "#contract/organizations"
import { getPartnership } from "#contract/portfolio"
import type { Id } from "#core/ids"
import { type Dimension, dimensions, type Level, levels } from "#rules/recruitment"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { memberWith } from "#test/promises"
import * as contract from "./contract.ts"

const clock = movableClock("2027-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const [ada, ben, eve] = [await workspace.as("admin"), await workspace.as("contributor"), await workspace.as("viewer")]
const idOf = async (role: "admin" | "contributor" | "viewer") => (await memberWith(keelson, workspace, role)).id
const [adaId, benId, eveId] = [await idOf("admin"), await idOf("contributor"), await idOf("viewer")]

/* Scenario 27: a criterion for each dimension. */
const weights: Readonly<Record<Dimension, number>> = {
  ...{ strategic: 30, commercial_capability: 25, market_coverage: 20, operational: 15, cultural: 10 },
}
const criteria = dimensions.map((dimension) => ({
  ...{ key: dimension, dimension, weight: weights[dimension], question: `How far: ${dimension}?` },
  ...{ anchors: levels.map((level) => `${level} of ${dimension}`), isKnockOut: dimension === "operational" },
}))
const answers = (...given: Level[]) =>
  given.map((level, place) => ({ criterion: dimensions[place] ?? "", level, note: "found out by asking" }))
const answersOfA = answers(75, 50, 100, 75, 50)
const answersOfB = answers(50, 75, 75, 0, 75)

const profileOf = async (name: string): Promise<contract.Profile> => {
  const made = (await manager.call(contract.makeProfile, { name, partnershipType: "reseller", criteria })).body
  return (await manager.call(contract.publishProfile, { profile: made.id }, { ifMatch: made.version })).body
}
const profile = await profileOf("Reseller, DACH")

const add = async (name: string, more = {}) =>
  (
    await manager.call(contract.addCandidate, {
      ...{ profileId: profile.id, sourceKind: "referral" as const, source: "Kim Lee" },
      newOrganization: { name, domains: [`${name.toLowerCase()}.example`] },
      ...more,
    })
  ).body
const whole = async (candidate: Id, caller: Caller = manager) =>
  (await caller.call(contract.getCandidate, { candidate })).body
const panel = async (candidate: Id, caller: Caller = manager) =>
  (await caller.call(contract.getPanel, { candidate })).body
const ask = (candidate: Id, assessorIds: Id[], more = {}) =>
  manager.call(contract.askAssessors, { candidate, assessorIds, ...more })
const send = async (caller: Caller, candidate: Id, given: ReturnType<typeof answers>) => {
  const { own } = await panel(candidate, caller)
  return caller.call(
    contract.sendAnswers,
    { assessment: own?.id ?? "", answers: given },
    { ifMatch: own?.version ?? 0 },
  )
}
const decide = async (candidate: Id, more: object, caller: Caller = manager) =>
  caller.call(
    contract.decideCandidate,
    { candidate, outcome: "approved", why: "They reach whom we do not", ...more },
    { ifMatch: (await whole(candidate)).version },
  )

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

test("28: until one's own answers are sent one learns who has sent, and nothing of what", async () => {
  const { id } = await add("Blind")
  await ask(id, [adaId, benId])
  expect((await send(ada, id, answersOfA)).status).toBe(201)
  for (const caller of [ben, manager, eve]) {
    const seen = await panel(id, caller)
    expect(seen).toMatchObject({ isBlind: true, verdict: null })
    expect(seen.items.map(({ state, sent }) => [state, sent])).toEqual([
      ["sent", []],
      ["asked", []],
    ])
    const list = (await caller.call(contract.listCandidates, { profile: profile.id, limit: 200 })).body
    expect(list.items.find((each) => each.id === id)).toMatchObject({ verdict: null })
    const told = JSON.stringify([seen, list, await whole(id, caller)])
    expect(told).not.toContain("found out by asking")
    expect(told).not.toContain("71.25")
  }
  const log = JSON.stringify((await ada.call(listEvents, { limit: 200 })).body)
  expect(log).toContain("candidate.answers_sent")
  expect(log).not.toContain("found out by asking")
  // Whoever has sent their own sees all of it: here there is nothing beside it yet.
  expect(await panel(id, ada)).toMatchObject({ isBlind: false, verdict: { total: 71.25, spread: null } })
  const draft = await panel(id, ben)
  const keep = { assessment: draft.own?.id ?? "", answers: answersOfB }
  expect((await ben.call(contract.draftAnswers, keep, { ifMatch: draft.own?.version ?? 0 })).status).toBe(200)
  expect((await panel(id, ben)).own?.draft.map(({ level }) => level)).toEqual([50, 75, 75, 0, 75])
  expect(JSON.stringify([await panel(id, ada), await panel(id)])).not.toContain('"level":0')
  expect((await ada.call(contract.sendAnswers, keep, { ifMatch: 2 })).status).toBe(403)

  await send(ben, id, answersOfB)
  for (const caller of [ada, ben, manager, eve])
    expect(await panel(id, caller)).toMatchObject({
      isBlind: false,
      verdict: {
        ...{ total: 63.75, spread: 15 },
        knockOuts: [{ assessor: benId, criteria: ["operational"] }],
        disagreements: [{ dimension: "operational", points: 75, lowest: benId, highest: adaId }, {}, {}, {}, {}],
      },
    })
  await send(ben, id, answersOfA)
  const after = await panel(id)
  expect(after.verdict?.total).toBe(63.75)
  expect(after.items[1]?.sent.map(({ afterSeeing, isCounted, total }) => [afterSeeing, isCounted, total])).toEqual([
    [false, true, 56.25],
    [true, false, 71.25],
  ])
})

test("28: a new version is for new rounds; what was assessed by the old one stays on it, and says so", async () => {
  const own = await profileOf("Yardstick")
  const { id } = await add("Measured", { profileId: own.id })
  await ask(id, [adaId])
  await send(ada, id, answersOfA)
  const heavier = criteria.map((each) => ({ ...each, weight: each.key === "strategic" ? 90 : each.weight }))
  const { body: written } = await manager.call(
    contract.editProfile,
    { profile: own.id, name: own.name, partnershipType: "reseller", criteria: heavier },
    { ifMatch: own.version },
  )
  await manager.call(contract.publishProfile, { profile: own.id }, { ifMatch: written.version })
  expect(await whole(id)).toMatchObject({ yardstick: 1, isYardstickOld: true, verdict: { total: 71.25 } })
  const anew = (await ask(id, [benId], { isNewRound: true })).body
  expect(anew).toMatchObject({ yardstick: 2, items: [{ assessorId: benId, state: "asked" }], criteria: heavier })
  expect(await whole(id)).toMatchObject({ round: 2, isYardstickOld: false, verdict: null })
})

test("whoever steps aside says why, has answered nothing, and is no part of the verdict; a question is taken back", async () => {
  const { id } = await add("Aside")
  await ask(id, [adaId, benId, eveId])
  await send(ada, id, answersOfA)
  const { own } = await panel(id, eve)
  const aside = { assessment: own?.id ?? "", why: "My brother works there" }
  expect((await eve.call(contract.recuse, aside, { ifMatch: own?.version ?? 0 })).body).toMatchObject({
    isBlind: false,
  })
  expect((await send(eve, id, answersOfB)).body).toMatchObject({ code: "already-recused" })
  const [first, second] = (await panel(id)).items
  const takeBack = (assessment = "") => manager.call(contract.takeBackQuestion, { assessment })
  expect((await takeBack(first?.id)).body).toMatchObject({ code: "already-answered" })
  expect((await decide(id, {})).body).toMatchObject({ code: "answers-outstanding" })
  expect((await takeBack(second?.id)).body).toMatchObject({ isBlind: false, verdict: { total: 71.25 } })
  expect((await ask(id, [id])).body).toMatchObject({ code: "assessor-not-known" })
  // Ben may have read by now what Ada answered.
  await ask(id, [benId])
  await send(ben, id, answersOfB)
  expect((await panel(id)).items.find(({ assessorId }) => assessorId === benId)?.sent).toMatchObject([
    { afterSeeing: true, isCounted: true },
  ])
})

test("answers go to what is asked, each once, and at least one", async () => {
  const { id } = await add("Asked")
  await ask(id, [adaId])
  const [first] = answersOfA
  if (!first) throw new Error("there is a first answer")
  expect((await send(ada, id, [{ ...first, criterion: "elsewhere" }])).body).toMatchObject({
    code: "question-not-known",
  })
  expect((await send(ada, id, [first, first])).body).toMatchObject({ code: "question-twice" })
  expect((await send(ada, id, [])).body).toMatchObject({ code: "no-answer" })
  expect((await send(ada, id, [first])).status).toBe(201)
  expect(await panel(id)).toMatchObject({ verdict: { total: 75 }, items: [{ sent: [{ answered: 0.3 }] }] })
})

test("a knock-out is approved only with a word; the decision keeps what it was taken on, and becomes a partnership once", async () => {
  const rival = await add("Rival")
  const { id } = await add("Chosen")
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
  expect(items.find(({ source }) => source === "Kim Lee")).toMatchObject({ approved: 1, partnerships: 1 })
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
