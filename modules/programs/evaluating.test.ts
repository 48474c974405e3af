import { expect, test } from "vitest"
import { retractDeal } from "#contract/deals"
import { recordMeasurement } from "#contract/measurements"
import { listNotifications } from "#contract/notifications"
import { getPartnership } from "#contract/portfolio"
import { asks, openPrograms, terms, tier } from "#test/programs"
import { runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const scene = await openPrograms("2028-02-27T09:00:00.000Z")
const { clock, manager, workspace, programOf, enrol, standing, history, turnDay, won, person, certified, sign } = scene

test("scenario 24: each evaluation keeps what was known then; what no data has come for moves no tier", async () => {
  const gold = tier("gold", [
    asks({ kind: "won", threshold: 25_000_000 }),
    asks({ kind: "metric", about: "satisfaction", threshold: 60 }),
  ])
  const program = await programOf("Resell", terms([gold]), "2028-02-27")
  const { id, organizationId } = await scene.partner("Cascade")
  await won(id, "2027-02-28", 40_000)
  await won(id, "2027-03-01", 30_000)
  const september = await won(id, "2027-09-15", 180_000)
  const made = await enrol(program.id, id, "gold")
  const sales = async () => (await standing(id)).tiers[0]?.lines[0]
  expect(await sales()).toMatchObject({ value: 25_000_000, standing: "met", progress: 100, missing: null, counted: 3 })
  clock.moveTo("2028-02-28T09:00:00.000Z")
  await turnDay()
  expect(await sales()).toMatchObject({ value: 21_000_000, standing: "not_met", from: "2027-03-01", progress: 84 })
  clock.moveTo("2028-02-29T09:00:00.000Z")
  await won(id, "2028-02-29", 40_000)
  const evaluate = () => manager.call(contract.evaluateEnrolment, { enrolment: made.enrolmentId })
  expect((await evaluate()).body).toMatchObject({
    ...{ tier: "GOLD", graceUntil: null },
    tiers: [
      {
        standing: "pending",
        lines: [
          { value: 25_000_000, missing: null },
          { value: null, progress: null },
        ],
      },
    ],
  })
  clock.moveTo("2028-03-01T09:00:00.000Z")
  await turnDay()
  expect(await sales()).toMatchObject({ value: 22_000_000, missing: 3_000_000 })
  clock.moveTo("2028-03-10T09:00:00.000Z")
  await manager.call(retractDeal, { deal: september.id, reason: "It was 170,000" })
  await won(id, "2027-09-15", 170_000)
  const [onFirst, onLeapDay, onStart] = await history(made.enrolmentId)
  expect([onFirst, onLeapDay, onStart].map((each) => [each?.evaluatedOn, each?.outcome])).toEqual([
    ...[
      ["2028-03-01", "undecided"],
      ["2028-02-29", "undecided"],
      ["2028-02-27", "undecided"],
    ],
  ])
  // As known then; and each line opens to its deals.
  expect(onLeapDay?.tiers[0]?.lines[0]).toMatchObject({ value: 25_000_000 })
  expect(onLeapDay?.tiers[0]?.lines[0]?.sources.map(({ name }) => name)).toEqual([
    ...["Deal of 2027-03-01", "Deal of 2027-09-15", "Deal of 2028-02-29"],
  ])
  // As known now it would be 240,000, and the evaluation is not changed by it; each side opens it to its deals.
  const knownNow = async (caller = manager) =>
    (await caller.call(contract.getKnownNow, { evaluation: onLeapDay?.id ?? "" })).body
  const corrected = {
    ...{ evaluatedOn: "2028-02-29", currency: "EUR" },
    tiers: [
      {
        ...{ key: "gold", isOther: true, before: { lines: [{ value: 25_000_000, standing: "met" }, { value: null }] } },
        now: { standing: "pending", lines: [{ value: 24_000_000, standing: "not_met", threshold: 25_000_000 }, {}] },
      },
    ],
  }
  expect(await knownNow()).toMatchObject(corrected)
  const owner = await workspace.asPartner(organizationId)
  expect(await knownNow(owner)).toMatchObject(corrected)
  expect((await knownNow(owner)).tiers?.[0]?.now.lines[0]?.sources.map(({ on, value }) => [on, value])).toEqual([
    ["2027-03-01", 3_000_000],
    ["2027-09-15", 17_000_000],
    ["2028-02-29", 4_000_000],
  ])
  const { organizationId: elsewhere } = await scene.partner("Somebody else")
  const stranger = await workspace.asPartner(elsewhere)
  expect((await stranger.call(contract.getKnownNow, { evaluation: onLeapDay?.id ?? "" })).status).toBe(404)
  const again = await history(made.enrolmentId)
  expect(again.find(({ id: one }) => one === onLeapDay?.id)).toEqual(onLeapDay)
  // Today's sales are.
  await turnDay()
  clock.moveTo("2028-03-11T09:00:00.000Z")
  await turnDay()
  expect(await sales()).toMatchObject({ value: 21_000_000 })
  // The partner reads the same of its own.
  const partner = await workspace.asPartner(organizationId)
  expect((await standing(id, partner)).tiers[0]?.lines[0]).toMatchObject({ value: 21_000_000, threshold: 25_000_000 })
  expect((await partner.call(contract.getProgram, { program: program.id })).status).not.toBe(200)
  expect((await partner.call(contract.evaluateEnrolment, { enrolment: made.enrolmentId })).status).toBe(403)
})

test("a value that only the host may read decides nothing that a partner is told", async () => {
  const asked = tier("gold", [asks({ kind: "metric", about: "satisfaction", threshold: 60 })])
  const program = await programOf("Service", terms([asked]), "2028-03-11")
  const { id } = await scene.partner("Quiet")
  const said = {
    partnership: id,
    signal: "satisfaction",
    side: "both" as const,
    periodStart: "2028-02-28",
    periodDays: 7,
  }
  await manager.call(recordMeasurement, { ...said, value: 80, visibility: "host" })
  expect(await enrol(program.id, id)).toMatchObject({ tier: null, tiers: [{ standing: "pending" }] })
  await manager.call(recordMeasurement, { ...said, periodStart: "2028-02-21", value: 70 })
  clock.moveTo("2028-04-01T09:00:00.000Z")
  await turnDay()
  expect(await standing(id)).toMatchObject({
    tier: "GOLD",
    tierSince: "2028-04-01",
    tiers: [{ lines: [{ value: 70 }] }],
  })
})

test("scenario 25: people and not papers, one notice, a grace that is neither begun again nor cut", async () => {
  const play = async (name: string) => {
    clock.moveTo("2027-05-01T09:00:00.000Z")
    const { id, organizationId } = await scene.partner(name)
    const partner = await workspace.asPartner(organizationId)
    const toldOf = async () => {
      await runQueued("notifications.tell", scene.keelson)
      return (await partner.call(listNotifications, {})).body.items.map(({ kind }) => kind)
    }
    const [anna, ben, cleo] = [
      await person(organizationId, "Anna"),
      await person(organizationId, "Ben"),
      await person(organizationId, "Cleo"),
    ]
    await certified(id, anna, "2027-01-01")
    await certified(id, anna, "2027-01-01", { kind: "Engineer" })
    await certified(id, ben, "2027-01-01", { validUntil: "2027-05-31" })
    await certified(id, cleo, "2027-01-01", { validUntil: "2027-05-15" })
    const asked = [tier("member", []), tier("gold", [asks({ kind: "certified", threshold: 3 })])]
    const program = await programOf(name, terms(asked), "2027-05-01")
    const made = await enrol(program.id, id)
    expect(made).toMatchObject({ tier: "GOLD", tierSince: "2027-05-01" })
    const certifiedPeople = async () => (await standing(id)).tiers[1]?.lines[0]?.value
    for (const [day, count] of [
      ["2027-05-15", 3],
      ["2027-05-16", 2],
      ["2027-05-31", 2],
      ["2027-06-01", 1],
    ] as const) {
      clock.moveTo(`${day}T09:00:00.000Z`)
      await turnDay()
      expect(await certifiedPeople()).toBe(count)
    }
    const told = { tier: "GOLD", graceUntil: "2027-07-31" }
    expect(await standing(id)).toMatchObject(told)
    expect(await toldOf()).toEqual(["tier_grace_began"])
    clock.moveTo("2027-07-01T09:00:00.000Z")
    await turnDay()
    await turnDay()
    await manager.call(contract.evaluateEnrolment, { enrolment: made.enrolmentId })
    expect(await standing(id)).toMatchObject(told)
    expect((await history(made.enrolmentId)).filter(({ outcome }) => outcome === "grace_begins")).toHaveLength(1)
    expect(await toldOf()).toEqual(["tier_grace_began"])
    clock.moveTo("2027-07-10T09:00:00.000Z")
    await certified(id, ben, "2027-07-10")
    return { id, toldOf, enrolmentId: made.enrolmentId, dana: await person(organizationId, "Dana") }
  }
  const inTime = await play("In time")
  // 23:10 in Berlin.
  clock.moveTo("2027-07-31T21:10:00.000Z")
  await certified(inTime.id, inTime.dana, "2027-07-31")
  clock.moveTo("2027-08-01T09:00:00.000Z")
  await turnDay()
  expect(await standing(inTime.id)).toMatchObject({ tier: "GOLD", tierSince: "2027-05-01", graceUntil: null })
  expect((await history(inTime.enrolmentId))[0]).toMatchObject({ outcome: "recovers" })

  const late = await play("Late")
  // 00:10 in Berlin, on the day after.
  clock.moveTo("2027-07-31T22:10:00.000Z")
  await certified(late.id, late.dana, "2027-08-01")
  await turnDay()
  expect(await standing(late.id)).toMatchObject({ tier: "MEMBER", tierSince: "2027-08-01", graceUntil: null })
  expect((await history(late.enrolmentId))[0]).toMatchObject({
    outcome: "falls",
    tierBefore: "GOLD",
    tierAfter: "MEMBER",
  })
  expect((await late.toldOf()).toSorted()).toEqual(["tier_grace_began", "tier_lost"])
  expect(await inTime.toldOf()).toEqual(["tier_grace_began"])
  // What is met lifts again on the program's next day.
  clock.moveTo("2027-09-01T09:00:00.000Z")
  await turnDay()
  expect(await standing(late.id)).toMatchObject({ tier: "GOLD", tierSince: "2027-09-01" })
})

test("scenario 26: a rule is tried on everybody, writes nothing, and comes as it was tried", async () => {
  clock.moveTo("2027-10-01T09:00:00.000Z")
  const silver = (threshold: number, bps = 1_500) => [
    ...[tier("registered", [], 1_000), tier("silver", [asks({ kind: "won", threshold })], bps)],
  ]
  const rates = [
    ...[
      { currency: "USD", from: "2027-01-01", rate: 0.92 },
      { currency: "USD", from: "2027-04-01", rate: 0.9 },
    ],
    { currency: "USD", from: "2027-07-01", rate: 0.8 },
  ]
  const program = await programOf("Tried", terms(silver(23_000_000), 0), "2027-10-01", { rates })
  const sold: Record<string, readonly (readonly [string, number, string?])[]> = {
    A: [["2027-06-01", 229_999.99]],
    B: [
      ["2027-02-01", 100_000, "USD"],
      ["2027-05-01", 100_000, "USD"],
      ["2027-08-01", 60_000, "USD"],
    ],
    C: [["2027-06-01", 249_400]],
    D: [["2027-06-01", 250_000]],
    E: [],
  }
  const ids = new Map<string, string>()
  for (const [name, deals] of Object.entries(sold)) {
    const { id } = await scene.partner(`Partner ${name}`)
    ids.set(name, id)
    // A had enough until the deal was corrected, and nobody has evaluated it since.
    const first = name === "A" ? await won(id, "2027-06-01", 230_000) : undefined
    if (first) await enrol(program.id, id, "silver")
    if (first) await manager.call(retractDeal, { deal: first.id, reason: "A cent too much" })
    for (const [on, euros, currency] of deals) await won(id, on, euros, currency)
    if (!first) await enrol(program.id, id, "silver")
  }
  await manager.call(
    contract.editProgram,
    { program: program.id, name: "Tried", rates, terms: terms(silver(25_000_000), 0) },
    { ifMatch: program.version },
  )
  const tried = (await manager.call(contract.tryProgram, { program: program.id })).body
  expect(tried.items.map(({ name, outcome, tierAfter }) => [name, outcome, tierAfter]).sort()).toEqual([
    ["Partner A", "below_already", "REGISTERED"],
    ["Partner B", "falls", "REGISTERED"],
    ["Partner C", "falls", "REGISTERED"],
    ["Partner D", "stays", "SILVER"],
    ["Partner E", "pending", "SILVER"],
  ])
  expect(tried).toMatchObject({ currency: "EUR", costMinor: -2_397_000, uncosted: 0 })
  // Nothing is written, and the partner reads the terms of today; C is at 99 % of what comes, and never at 100.
  const c = ids.get("C") ?? ""
  expect(await standing(c)).toMatchObject({ tier: "SILVER", graceUntil: null, coming: null })
  const { version } = (await manager.call(contract.getProgram, { program: program.id })).body
  await manager.call(contract.publishProgram, { program: program.id, holdsFrom: "2028-01-01" }, { ifMatch: version })
  clock.moveTo("2027-10-02T09:00:00.000Z")
  await turnDay()
  expect(await standing(c)).toMatchObject({
    tiers: [{}, { standing: "met", lines: [{ threshold: 23_000_000 }] }],
    coming: {
      holdsFrom: "2028-01-01",
      tiers: [{}, { lines: [{ threshold: 25_000_000, progress: 99, missing: 60_000 }] }],
    },
  })
  clock.moveTo("2028-01-01T09:00:00.000Z")
  await turnDay()
  for (const { name, tierAfter } of tried.items)
    expect([name, (await standing(ids.get(name.slice(-1)) ?? "")).tier]).toEqual([name, tierAfter])
})

test("a server that slept over the first evaluates once when it wakes; what left or ended is left alone", async () => {
  clock.moveTo("2028-05-10T09:00:00.000Z")
  const program = await programOf("Sleepy", terms([tier("signed", [asks({ kind: "agreement" })])]), "2028-05-10")
  const { id } = await scene.partner("Sleeper")
  const made = await enrol(program.id, id)
  expect(made).toMatchObject({ tier: null, tiers: [{ standing: "not_met" }] })
  await sign(id, "2028-01-01", "2028-12-31")
  clock.moveTo("2028-06-04T09:00:00.000Z")
  await turnDay()
  await turnDay()
  expect((await history(made.enrolmentId)).map(({ evaluatedOn, outcome }) => [evaluatedOn, outcome])).toEqual([
    ["2028-06-04", "rises"],
    ["2028-05-10", "stays"],
  ])
  await manager.call(contract.endEnrolment, { enrolment: made.enrolmentId })
  clock.moveTo("2028-07-04T09:00:00.000Z")
  await turnDay()
  expect(await history(made.enrolmentId)).toHaveLength(2)
  expect((await manager.call(contract.listStandings, { partnership: id })).body.items).toEqual([])
  expect((await manager.call(getPartnership, { partnership: id })).status).toBe(200)
})
