import { expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import type { Caller } from "#test/keelson"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const {
  manager,
  ada,
  ben,
  eve,
  adaId,
  benId,
  eveId,
  criteria,
  answers,
  answersOfA,
  answersOfB,
  profileOf,
  profile,
  add,
  whole,
  panel,
  ask,
  send,
  decide,
} = await openScene()

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

test("27: a new round does not make a knock-out unsaid, and what was answered before is read by whoever may know", async () => {
  const { id } = await add("Anew")
  await ask(id, [benId])
  await send(ben, id, answersOfB)
  await ask(id, [adaId, eveId], { isNewRound: true })
  const before = (caller: Caller) => caller.call(contract.getPanel, { candidate: id, round: 1 })
  // Ada is still answering: what Ben said could sway her.
  for (const caller of [ada, manager]) {
    expect((await before(caller)).body).toMatchObject({ round: 1, rounds: 2, isBlind: true, items: [{ sent: [] }] })
    expect(await whole(id, caller)).toMatchObject({ verdict: null, wasKnockedOut: false })
  }
  await send(ada, id, answersOfA)
  await send(eve, id, answersOfA)
  expect((await before(ada)).body).toMatchObject({ yardstick: 1, verdict: { total: 56.25 }, own: null })
  expect(await whole(id)).toMatchObject({ verdict: { total: 71.25, knockOuts: [] }, wasKnockedOut: true })
  expect((await decide(id, {})).body).toMatchObject({ code: "knock-out-reason-needed" })
  expect((await decide(id, { knockOutReason: "Mended since" })).body.decisions).toMatchObject([
    { isKnockedOut: true, knockOutReason: "Mended since", total: 71.25 },
  ])
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

test("side by side the best stands first and whoever was knocked out last; what may not be known yet tells nothing", async () => {
  const other = await profileOf("Compared")
  const compared = async (caller = manager) =>
    (await caller.call(contract.compareCandidates, { profile: other.id })).body
  const more = { profileId: other.id }
  const [good, fair, out] = [await add("Good", more), await add("Fair", more), await add("Out", more)]
  const open = await add("Open", more)
  await decide((await add("Gone", more)).id, { outcome: "declined" })
  const given = [
    ...([[good.id, answers(100, 100, 100, 100, 100)]] as const),
    ...([[fair.id, answersOfA]] as const),
    ...([[out.id, answersOfB]] as const),
  ]
  for (const [candidate, said] of given) {
    await ask(candidate, [adaId])
    await send(ada, candidate, said)
  }
  await ask(open.id, [adaId, benId])
  await send(ada, open.id, answersOfA)
  const { items, areYardsticksMixed } = await compared()
  expect(items.map(({ organizationName }) => organizationName)).toEqual(["Good", "Fair", "Open", "Out"])
  expect(items[2]?.verdict).toBeNull()
  expect((await compared(ben)).items[2]?.verdict).toBeNull()
  expect((await compared(ada)).items.map(({ verdict }) => verdict?.total)).toEqual([100, 71.25, 71.25, 56.25])
  expect(areYardsticksMixed).toBe(false)
  const again = (await manager.call(contract.getProfile, { profile: other.id })).body
  const edit = { profile: other.id, name: other.name, partnershipType: other.partnershipType }
  const heavier = again.criteria.map((each, place) => (place === 0 ? { ...each, weight: 90 } : each))
  const edited = await manager.call(contract.editProfile, { ...edit, criteria: heavier }, { ifMatch: again.version })
  await manager.call(contract.publishProfile, { profile: other.id }, { ifMatch: edited.body.version })
  await ask(good.id, [adaId], { isNewRound: true })
  await send(ada, good.id, answersOfA)
  expect((await compared()).areYardsticksMixed).toBe(true)
})
