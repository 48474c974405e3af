import { expect, test } from "vitest"
import { makeCalendar, setResponseTarget } from "#contract/clocks"
import { listCommitments } from "#contract/commitments"
import { type Deal, listDeals, moveDeal, recordDeal } from "#contract/deals"
import { getDrift } from "#contract/drift"
import { recordMeasurement } from "#contract/measurements"
import { listObjectives } from "#contract/objectives"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { playUntil } from "#test/play"
import { enter, recordPartnership, runJob, runQueued } from "#test/promises"
import {
  amendAgreement,
  editAgreementDraft,
  getAgreementDraft,
  moveAgreementDraft,
  putInForce,
  rebaseAgreementDraft,
} from "../contract.ts"

// Scenario 23: an amendment in the middle of the year, signed late. Revenue 1,200,000 for 2027, linear; answers within 48 hours. From
// 1 July on 1,500,000 and 24 hours; the last signature is of 20 July. 600,000 are measured until 15 July.

const clock = movableClock("2027-01-01T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]

const revenue = { category: "revenue", metric: "revenue", title: "Revenue", target: 1_200_000, unit: "EUR" } as const
const answers = {
  ...({ owedBy: "host", title: "Answer registrations", measure: "within_hours", cadence: "once" } as const),
  ...({ withinHours: 48, answers: "deal_answer" } as const),
}
const term = { startsOn: "2027-01-01", endsOn: "2027-12-31" }
const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: "2027-07-20" }

/** Open around the clock, so that an hour of business is an hour. */
const allDay = Array.from({ length: 7 }, () => [{ from: 0, to: 1_440 }])
const always = { name: "Always", timeZone: "Europe/Berlin", country: null, region: null, weekly: allDay, days: [] }
await owner.call(makeCalendar, always)
await owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes: 9_000, warnMinutes: null })

const cascade = async (name: string) => {
  const { id, organizationId } = await recordPartnership(manager, name)
  const agreement = await enter(manager, id, [answers], { ...term, objectives: [revenue] })
  return { partnership: id, agreement: agreement.id, seller: await workspace.asPartner(organizationId, "seller") }
}
type Content = { objectives: object[]; commitments: object[] }
type Reading = "rate" | "total"
/** Changes the target to 1,500,000, and the answers to 24 hours. */
const amend = async (agreement: Id, reading: Reading | undefined, more: object = {}) => {
  const wanted = { agreement, kind: "change" as const, validFrom: "2027-07-01", reason: "agreed in June" }
  const { body } = await manager.call(amendAgreement, wanted)
  const { id: agreementDraft, version, validFrom } = body
  const { objectives, commitments, ...rest } = body.content as Content
  const input = {
    ...{ agreementDraft, validFrom, ...rest },
    objectives: objectives.map((line) => ({ ...line, target: 1_500_000, ...(reading ? { reading } : {}) })),
    commitments: commitments.map((line) => ({ ...line, withinHours: 24 })),
    ...more,
  }
  expect(await manager.call(editAgreementDraft, input as never, { ifMatch: version })).toMatchObject({ status: 200 })
  return agreementDraft
}
const review = (agreementDraft: Id) => manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })
const sign = async (agreementDraft: Id, more: object = {}) => {
  await review(agreementDraft)
  return manager.call(putInForce, { agreementDraft, ...signed, ...more })
}
const goal = async (partnership: Id, asOf: string, knownOn?: string) => {
  const asked = { partnership, asOf, ...(knownOn === undefined ? {} : { knownOn }) }
  const [item] = (await manager.call(listObjectives, asked)).body.items
  if (!item) throw new Error("one objective was signed")
  const { expected, attainment, target } = item
  return { expected: Number(expected.toFixed(2)), share: attainment && Number((100 * attainment).toFixed(1)), target }
}
const expectedOn = async (partnership: Id, asOf: string) => (await goal(partnership, asOf)).expected

const [asRate, asTotal, measured, both] = [
  await cascade("Cascade"),
  await cascade("Cascade in total"),
  await cascade("Cascade, answered"),
  await cascade("Cascade, both ticked"),
]
const register = async ({ partnership, seller }: typeof asRate, name: string) =>
  (await seller.call(recordDeal, { partnership, name })).body
const answer = (deal: Deal) => manager.call(moveDeal, { deal: deal.id, state: "approved" }, { ifMatch: deal.version })
const kept = async (partnership: Id) => {
  await runQueued("commitments.follow-clock", keelson)
  const { occurrences } = (await manager.call(listCommitments, { partnership, from: "2027-06-01", to: "2027-09-30" }))
    .body
  return occurrences.map(({ state }) => state).sort()
}

test("scenario 23: the editor asks whether a new figure is a rate or a total, and nothing is signed before it is said", async () => {
  moveTo("2027-06-20T09:00:00.000Z")
  const draft = await amend(asRate.agreement, undefined)
  const { findings, targetsUntilNow } = (await manager.call(getAgreementDraft, { agreementDraft: draft })).body
  expect(findings.filter(({ blocks }) => blocks)).toMatchObject([{ code: "reading-expected", at: "objectives.0" }])
  expect(targetsUntilNow).toEqual([1_200_000])
  await review(draft)
  const early = { ...signed, signedOn: "2027-06-20" }
  expect(await manager.call(putInForce, { agreementDraft: draft, ...early })).toMatchObject({
    status: 422,
    body: { code: "reading-expected", detail: { field: "objectives.0.reading" } },
  })
  await manager.call(moveAgreementDraft, { agreementDraft: draft, to: "withdrawn" })
})

test("scenario 23: what was received before the change has 48 hours", async () => {
  moveTo("2027-06-30T21:59:00.000Z")
  for (const one of [measured, both]) {
    const deal = await register(one, "On the last day")
    expect(deal.clock).toMatchObject({ promisedMinutes: 48 * 60, dueAt: "2027-07-02T21:59:00.000Z" })
  }
  moveTo("2027-07-01T21:00:00.000Z")
  const received = [await register(measured, "Answered after 30 hours"), await register(both, "Answered after 30 too")]
  await playUntil(keelson, clock, "2027-07-03T03:00:00.000Z", { hours: [] })
  for (const deal of received) expect(await answer(deal)).toMatchObject({ status: 200 })
})

test("scenario 23: on 15 July nobody knew of the change", async () => {
  moveTo("2027-07-15T20:00:00.000Z")
  for (const { partnership } of [asRate, asTotal]) {
    const value = { partnership, signal: "revenue", periodStart: "2027-01-01", periodDays: 196, value: 600_000 }
    expect((await manager.call(recordMeasurement, value as never)).status).toBe(201)
    expect(await goal(partnership, "2027-07-15")).toEqual({ expected: 644_383.56, share: 93.1, target: 1_200_000 })
  }
})

test("scenario 23: signed on 20 July, the new rate and the new total count from 1 July, and what was known stays known", async () => {
  const readDrift = async (asOf?: string) => {
    const asked = { partnership: asRate.partnership, ...(asOf === undefined ? {} : { asOf }) }
    return (await manager.call(getDrift, asked)).body
  }
  const verdict = await readDrift("2027-07-14")
  moveTo("2027-07-20T15:00:00.000Z")
  for (const [one, reading] of [
    [asRate, "rate"],
    [asTotal, "total"],
  ] as const)
    expect((await sign(await amend(one.agreement, reading))).body.state).toBe("in_force")
  moveTo("2027-07-21T09:00:00.000Z")
  for (const { partnership } of [asRate, asTotal]) {
    expect(await goal(partnership, "2027-07-15", "2027-07-15")).toMatchObject({ expected: 644_383.56, share: 93.1 })
    expect(await expectedOn(partnership, "2027-06-30")).toBe(595_068.49)
  }
  expect(await goal(asRate.partnership, "2027-07-15", "2027-07-21")).toMatchObject({
    expected: 656_712.33,
    share: 91.4,
  })
  expect(await goal(asRate.partnership, "2027-07-15")).toMatchObject({ expected: 656_712.33, target: 1_500_000 })
  expect(await expectedOn(asRate.partnership, "2027-12-31")).toBe(1_351_232.88)
  expect(await expectedOn(asTotal.partnership, "2027-12-31")).toBe(1_500_000)
  // Half of the way from 30 June to 31 December.
  expect(await expectedOn(asTotal.partnership, "2027-09-30")).toBe(1_047_534.25)
  const { curve } = (await manager.call(listObjectives, { partnership: asRate.partnership })).body.items[0] ?? {}
  expect(curve?.find(({ on }) => on === "2027-06-30")?.target).toBeCloseTo(595_068.49, 2)
  expect(curve?.find(({ on }) => on === "2027-03-31")?.target).toBeCloseTo((1_200_000 * 90) / 365, 2)
  // The drift verdict of before the change is answered as it was.
  await runQueued("drift.visit", keelson)
  expect(await readDrift("2027-07-14")).toEqual(verdict)
})

test("scenario 23: answered after 30 hours before the last signature is no miss, unless both ticked that", async () => {
  moveTo("2027-07-19T13:00:00.000Z")
  const [waiting, long] = [await register(measured, "Waits 26 hours"), await register(both, "Waits 26 hours too")]
  moveTo("2027-07-20T15:00:00.000Z")
  const fresh = [await register(measured, "Waits an hour"), await register(both, "Waits an hour too")]
  moveTo("2027-07-20T16:00:00.000Z")
  expect(
    (await sign(await amend(measured.agreement, "rate"), { backwards: { host: true, partner: false } })).status,
  ).toBe(200)
  expect((await sign(await amend(both.agreement, "rate"), { backwards: { host: true, partner: true } })).status).toBe(
    200,
  )
  // Of 30 June: late by 48 hours, whoever ticked what. After 30 hours: kept by one, late by the other.
  expect(await kept(measured.partnership)).toEqual(["kept", "missed"])
  expect(await kept(both.partnership)).toEqual(["kept_late", "missed", "missed"])
  const promised = async ({ id, partnershipId }: Deal) => {
    const { items } = (await manager.call(listDeals, { partnership: partnershipId })).body
    return items.find((each) => each.id === id)?.clock?.promisedMinutes
  }
  // What waits counts by the new promise, unless it would have been late by it before anybody signed.
  expect(await promised(waiting)).toBe(48 * 60)
  expect(await promised(long)).toBe(24 * 60)
  for (const deal of fresh) expect(await promised(deal)).toBe(24 * 60)
  expect((await register(measured, "After it")).clock).toMatchObject({ promisedMinutes: 24 * 60 })
})

test("scenario 23: of two amendments drafted from one version, the second to be signed is rebased first", async () => {
  const { agreement, partnership } = await cascade("Cascade, twice")
  const first = await amend(agreement, "rate")
  const second = await amend(agreement, "total", { noticeDays: 60 })
  const found = (await manager.call(getAgreementDraft, { agreementDraft: second })).body.findings
  expect(found.find(({ code }) => code === "amended-beside")).toMatchObject({ blocks: false, otherId: first })
  expect((await sign(first)).body.state).toBe("in_force")
  expect(await sign(second)).toMatchObject({ status: 409, body: { code: "rebase-first" } })
  await manager.call(moveAgreementDraft, { agreementDraft: second, to: "draft" })
  const { body } = await manager.call(rebaseAgreementDraft, { agreementDraft: second })
  // Both said the same target; how it is read was said by the second one only.
  expect(body.collisions).toEqual([])
  expect(body.changes).toMatchObject({ term: [{ field: "noticeDays", before: 90, after: 60 }] })
  expect(await manager.call(rebaseAgreementDraft, { agreementDraft: second })).toMatchObject({ status: 409 })
  expect((await sign(second)).body.state).toBe("in_force")
  expect((await goal(partnership, "2027-12-31")).expected).toBe(1_351_232.88)
  await runJob("agreements.apply-agreed", keelson)
})
