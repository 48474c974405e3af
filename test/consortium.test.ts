import { expect, test } from "vitest"
import { getTimeline, listActivities, recordActivity, retractActivity } from "#contract/activities"
import { enterAgreement } from "#contract/agreements"
import {
  confirmOccurrence,
  disputeOccurrence,
  listCommitments,
  listOccurrences,
  reportOccurrence,
  waiveOccurrence,
} from "#contract/commitments"
import { listDeals, moveDeal, recordDeal } from "#contract/deals"
import { listMeasurements, recordMeasurement } from "#contract/measurements"
import { listNotes, removeParty, writeNote } from "#contract/partnerships"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import { monthly } from "#test/promises"

const clock = movableClock("2026-01-05T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const { partnership, companies, host, first, second } = await recordConsortium(await keelson.workspace("Nordwind"))
const [lead, other] = companies
const everyone = [
  ["host", host],
  ["first", first],
  ["second", second],
] as const

test("a private note is read by its own company alone", async () => {
  for (const [who, caller] of everyone)
    expect((await caller.call(writeNote, { partnership, body: who, isPrivate: true })).status).toBeLessThan(300)
  await first.call(writeNote, { partnership, body: "for all", isPrivate: false })
  for (const [who, caller] of everyone) {
    const { body } = await caller.call(listNotes, { partnership })
    expect(body.items.map((note) => note.body)).toEqual(["for all", who])
  }
})

test("a private activity is read and retracted by its own company alone, a shared one is retracted by it alone", async () => {
  const shared = await first.call(recordActivity, { partnership, kind: "call" })
  const own = await first.call(recordActivity, { partnership, kind: "lunch", visibility: "partner" })
  for (const [who, caller] of everyone) {
    const kinds = (await caller.call(listActivities, { partnership })).body.items.map(({ kind }) => kind)
    expect(kinds).toEqual(who === "first" ? ["lunch", "call"] : ["call"])
    const { items } = (await caller.call(getTimeline, { partnership })).body
    expect(items.some(({ kind }) => kind === "lunch")).toBe(who === "first")
  }
  const retract = (caller: typeof first, activity: string) =>
    caller.call(retractActivity, { activity, reason: "wrong" })
  expect((await retract(second, own.body.id)).status).toBe(404)
  expect((await retract(second, shared.body.id)).status).toBe(403)
  expect((await retract(host, shared.body.id)).status).toBe(403)
  expect((await retract(first, shared.body.id)).status).toBeLessThan(300)
})

test("an act says which company it was, where several could be meant", async () => {
  const turned = { partnership, kind: "mail", direction: "from_partner" } as const
  expect((await host.call(recordActivity, turned)).body).toMatchObject({ code: "company-needed" })
  expect((await host.call(recordActivity, { ...turned, party: crypto.randomUUID() })).body).toMatchObject({
    code: "no-such-party",
  })
  expect((await host.call(recordActivity, { ...turned, party: other })).body).toMatchObject({
    partyId: other,
    partyName: "Grid Two",
  })
  expect((await second.call(recordActivity, turned)).body).toMatchObject({ partyId: other, partyName: "Grid Two" })
})

test("a promise names the company that owes it; between the host and one company a third has no say", async () => {
  const line = monthly("partner", { title: "Send figures" })
  const enter = (commitments: readonly (typeof line)[]) =>
    host.call(enterAgreement, {
      ...{ partnership, title: "Frame", startsOn: "2026-01-01", endsOn: "2026-12-31", commitments: [...commitments] },
    })
  expect((await enter([line])).body).toMatchObject({ code: "company-needed", detail: { field: "commitments.0.party" } })
  await enter([{ ...line, party: lead }, { ...line, party: other }, monthly("host")])
  const { items } = (await host.call(listOccurrences, { partnership, limit: 200 })).body
  const [theirs, ours] = [items.find(({ partyId }) => partyId === lead), items.find(({ owedBy }) => owedBy === "host")]
  if (!theirs || !ours) throw new Error("promises have days")
  expect(theirs).toMatchObject({ owedBy: "partner", partyName: "Grid One" })
  const occurrence = theirs.id
  const note = [{ kind: "note" as const, note: "done" }]
  expect((await second.call(reportOccurrence, { occurrence, evidence: note })).status).toBe(403)
  expect((await second.call(confirmOccurrence, { occurrence })).body).toMatchObject({ code: "not-owed-to-you" })
  expect((await second.call(waiveOccurrence, { occurrence, reason: "x" })).body).toMatchObject({
    code: "not-owed-to-you",
  })
  expect((await second.call(disputeOccurrence, { occurrence, reason: "x" })).body).toMatchObject({
    code: "between-others",
  })
  expect((await first.call(reportOccurrence, { occurrence, evidence: note })).status).toBeLessThan(300)
  expect((await second.call(waiveOccurrence, { occurrence: ours.id, reason: "later" })).status).toBeLessThan(300)
})

test("a company's figures are its own and the host's", async () => {
  moveTo("2026-02-05T09:00:00.000Z")
  const partner = async (caller: typeof first) => (await caller.call(listCommitments, { partnership })).body
  expect((await partner(first)).kept.partner).toEqual({ kept: 1, due: 1 })
  expect((await partner(second)).kept.partner).toEqual({ kept: 0, due: 0 })
  expect((await partner(host)).keptByParty.map(({ partyName }) => partyName).toSorted()).toEqual([
    "Grid One",
    "Grid Two",
    null,
  ])
})

test("what is measured of one company is read by it and the host, in the list and in the timeline", async () => {
  const week = { partnership, signal: "revenue", side: "partner", periodStart: "2026-01-05" } as const
  for (const [party, value] of [[lead, 71_234] as const, [other, 82_345] as const])
    expect((await host.call(recordMeasurement, { ...week, party, value })).status).toBeLessThan(300)
  await host.call(recordMeasurement, { ...week, signal: "answer-hours", side: "host", value: 12 })
  const read = async (caller: typeof first) => {
    const { items } = (await caller.call(listMeasurements, { partnership })).body
    return items.map(({ value }) => value).toSorted((one, two) => one - two)
  }
  expect(await read(first)).toEqual([12, 71_234])
  expect(await read(second)).toEqual([12, 82_345])
  expect(await read(host)).toEqual([12, 71_234, 82_345])
  const timeline = JSON.stringify((await second.call(getTimeline, { partnership, limit: 200 })).body)
  expect(timeline).not.toContain("71234")
  expect(timeline).toContain("measurement.recorded")
})

test("a deal is moved by the company that registered it", async () => {
  const { body: deal } = await first.call(recordDeal, { partnership, name: "Big one" })
  expect(deal).toMatchObject({ partyId: lead, partyName: "Grid One", registeredBy: "partner" })
  const withdraw = (caller: typeof first) =>
    caller.call(moveDeal, { deal: deal.id, state: "withdrawn" }, { ifMatch: deal.version })
  expect((await withdraw(second)).status).toBe(403)
  expect((await second.call(listDeals, { partnership })).body.items[0]?.abilities.moves ?? []).toEqual([])
  expect((await withdraw(first)).status).toBeLessThan(300)
})

test("a company that has left reads nothing any more, and writes nothing", async () => {
  expect((await host.call(removeParty, { partnership, organization: other })).status).toBeLessThan(300)
  await expect
    .poll(async () => (await second.call(listNotes, { partnership })).status, { timeout: 60_000, interval: 500 })
    .toBe(404)
  const answers = await Promise.all([
    second.call(listActivities, { partnership }),
    second.call(getTimeline, { partnership }),
    second.call(listDeals, { partnership }),
    second.call(listMeasurements, { partnership }),
    second.call(listCommitments, { partnership }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  expect((await second.call(listOccurrences, {})).body.items).toEqual([])
  expect((await second.call(writeNote, { partnership, body: "still here", isPrivate: true })).status).toBe(404)
})
