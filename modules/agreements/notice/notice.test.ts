import { expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { listCommitments } from "#contract/commitments"
import { listNotifications } from "#contract/notifications"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob, runQueued } from "#test/promises"
import { amendAgreement, editAgreement, getAgreement, getNotice, giveNotice, withdrawNotice } from "../contract.ts"

const clock = movableClock("2027-01-31T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]

const { id: owned } = await memberWith(keelson, workspace, "partner_manager")

const quarterly = {
  startsOn: "2027-01-31",
  endsOn: undefined,
  noticeDays: undefined,
  noticeMonths: 3,
  noticeTo: "quarter",
}
const inMonths = { startsOn: "2024-08-01", endsOn: "2027-07-31", noticeDays: undefined, noticeMonths: 3 }
const renewing = { ...inMonths, autoRenews: true, renewalMonths: 12 }

const signed = async (name: string, term: object) => {
  const { id, organizationId } = await recordPartnership(manager, name, owned)
  const lines = [monthly("host"), monthly("partner")]
  const agreement = await enter(manager, id, lines, term)
  return { partnership: id, agreement: agreement.id, aya: await workspace.asPartner(organizationId, "partner_admin") }
}
const read = async (agreement: Id) => (await manager.call(getAgreement, { agreement })).body
const lastDue = async (partnership: Id) => {
  const { body } = await manager.call(listCommitments, { partnership, to: "2029-12-31" })
  return body.occurrences
    .map(({ firstDueOn }) => firstDueOn)
    .toSorted()
    .at(-1)
}
const news = async (caller: typeof manager, kind: string) =>
  (await caller.call(listNotifications, {})).body.items.filter((each) => each.kind === kind)
const ledger = async (agreement: Id, kind: string) => {
  const { body } = await owner.call(listEvents, { subject: agreement, limit: 50 })
  return body.items.filter((each) => each.kind === kind)
}

test("scenario 19: notice to the end of a quarter, from two zones", async () => {
  moveTo("2027-01-31T09:00:00.000Z")
  const cascade = await signed("Cascade", quarterly)
  const later = await signed("Cascade later", quarterly)
  const { agreement, aya } = cascade
  const asked = (await aya.call(getNotice, { agreement })).body
  expect(asked).toMatchObject({ timeZone: "Europe/Berlin", today: "2027-01-31", would: { endsOn: "2027-06-30" } })
  expect(asked.exits).toMatchObject([
    // 24:00 in Berlin is 15:00 in Los Angeles.
    { endsOn: "2027-06-30", lastOn: "2027-03-31", closesAt: "2027-03-31T22:00:00.000Z" },
    { endsOn: "2027-09-30", lastOn: "2027-06-30", closesAt: "2027-06-30T22:00:00.000Z" },
    { endsOn: "2027-12-31", lastOn: "2027-09-30", closesAt: "2027-09-30T22:00:00.000Z" },
    { endsOn: "2028-03-31", lastOn: "2027-12-31", closesAt: "2027-12-31T23:00:00.000Z" },
  ])
  expect(await read(agreement)).toMatchObject({ lastNoticeOn: "2027-03-31", noticeOn: "2027-03-31", renewal: "none" })

  // 14:55 in Los Angeles: it is the last day in Berlin still.
  moveTo("2027-03-31T21:55:00.000Z")
  const given = await aya.call(giveNotice, { agreement, endsOn: "2027-06-30" })
  expect(given).toMatchObject({ status: 201, body: { given: [{ countsOn: "2027-03-31", endsOn: "2027-06-30" }] } })
  expect(await runQueued("agreements.follow-notice", keelson)).toBe(1)
  expect(await read(agreement)).toMatchObject({ endsOn: "2027-06-30", lastNoticeOn: null, state: "in_force" })

  await runQueued("notifications.tell", keelson)
  expect(await news(manager, "agreement_notice")).toMatchObject([{ payload: { endsOn: "2027-06-30" } }])
  expect(await news(aya, "agreement_notice")).toEqual([])

  // 15:30: too late, and told before pressing.
  moveTo("2027-03-31T22:30:00.000Z")
  expect((await later.aya.call(getNotice, { agreement: later.agreement })).body).toMatchObject({
    ...{ today: "2027-04-01", would: { endsOn: "2027-09-30" } },
  })
  const late = await later.aya.call(giveNotice, { agreement: later.agreement, endsOn: "2027-06-30" })
  expect(late).toMatchObject({ status: 409, body: { code: "notice-too-late", detail: { endsOn: "2027-09-30" } } })
  expect((await read(later.agreement)).notice).toBeNull()

  // Once its last day is over it is over, and not before that in Berlin.
  moveTo("2027-06-30T21:59:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect((await read(agreement)).state).toBe("in_force")
  moveTo("2027-06-30T22:01:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect((await read(agreement)).state).toBe("terminated")
  expect(await lastDue(cascade.partnership)).toBe("2027-06-30")
  // Of the other one the exit that was next has passed.
  expect(await read(later.agreement)).toMatchObject({ state: "in_force", lastNoticeOn: "2027-09-30" })
})

test("an agreement's days end where it says, whatever the workspace's zone", async () => {
  moveTo("2027-02-01T09:00:00.000Z")
  const { agreement } = await signed("Pacific", { ...quarterly, timeZone: "America/Los_Angeles" })
  const { body } = await manager.call(getNotice, { agreement })
  expect(body.exits[0]).toMatchObject({ lastOn: "2027-03-31", closesAt: "2027-04-01T07:00:00.000Z" })
  moveTo("2027-04-01T06:00:00.000Z")
  expect((await manager.call(getNotice, { agreement })).body).toMatchObject({ today: "2027-03-31" })
  expect((await manager.call(giveNotice, { agreement, endsOn: "2027-06-30" })).status).toBe(201)
})

test("scenario 21: it renews when its last day of notice has passed, though the server slept; a notice in time takes that back", async () => {
  moveTo("2027-04-29T16:00:00.000Z")
  const { partnership, agreement } = await signed("Sleeper", renewing)
  await runJob("agreements.turn-day", keelson)
  expect(await read(agreement)).toMatchObject({ endsOn: "2027-07-31", lastNoticeOn: "2027-04-30", renewed: 0 })

  moveTo("2027-05-04T07:00:00.000Z")
  for (const _ of [1, 2]) await runJob("agreements.turn-day", keelson)
  expect(await read(agreement)).toMatchObject({
    ...{ state: "in_force", endsOn: "2028-07-31", firstEndsOn: "2027-07-31", renewed: 1, renewal: "renewsAfter" },
    // 30 April 2028 is a Sunday: whoever wants out acts by the Friday.
    ...{ lastNoticeOn: "2028-04-30", noticeOn: "2028-04-28" },
  })
  expect(await ledger(agreement, "agreement.renewed")).toMatchObject([
    {
      ...{ occurredAt: "2027-04-30T22:00:00.000Z", recordedAt: "2027-05-04T07:00:00.000Z" },
      payload: { before: "2027-07-31", startsOn: "2027-08-01", endsOn: "2028-07-31" },
    },
  ])

  moveTo("2027-05-04T09:00:00.000Z")
  const late = { agreement, side: "partner", receivedOn: "2027-05-01", endsOn: "2027-07-31" } as const
  expect(await manager.call(giveNotice, late)).toMatchObject({
    ...{ status: 409, body: { code: "notice-too-late", detail: { endsOn: "2028-07-31" } } },
  })
  const inTime = await manager.call(giveNotice, { ...late, receivedOn: "2027-04-30", reason: "by letter" })
  expect(inTime.body.given).toMatchObject([{ givenBySide: "partner", endsOn: "2027-07-31", takesBack: "2028-07-31" }])
  expect(await read(agreement)).toMatchObject({ endsOn: "2027-07-31", renewed: 0, firstEndsOn: null, renewal: "none" })
  expect(await ledger(agreement, "agreement.notice_given")).toHaveLength(1)
  // Nothing renews any more, however often it is looked at.
  moveTo("2027-07-31T21:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect(await read(agreement)).toMatchObject({ endsOn: "2027-07-31", state: "in_force" })
  moveTo("2027-08-01T00:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect((await read(agreement)).state).toBe("terminated")
  expect(await lastDue(partnership)).toBe("2027-07-31")
})

test("what slept for years catches up, term by term, and promises run on with it", async () => {
  moveTo("2027-03-01T09:00:00.000Z")
  const { partnership, agreement } = await signed("Long asleep", renewing)
  moveTo("2029-05-01T09:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect(await read(agreement)).toMatchObject({ endsOn: "2030-07-31", renewed: 3, firstEndsOn: "2027-07-31" })
  expect(await ledger(agreement, "agreement.renewed")).toHaveLength(3)
  // Of terms that were caught up one piece of news remains, the last.
  await runQueued("notifications.tell", keelson)
  const told = (await news(manager, "agreement_renewed")).filter(({ payload }) => payload["agreementId"] === agreement)
  expect(told).toMatchObject([{ payload: { endsOn: "2030-07-31" } }])
  await runJob("commitments.update-due-states", keelson)
  expect((await lastDue(partnership)) ?? "").toMatch(/^2029-/)
})

test("a notice that both let go of leaves everything as it was", async () => {
  moveTo("2027-02-01T09:00:00.000Z")
  const { partnership, agreement, aya } = await signed("Reconsidered", renewing)
  const before = { endsOn: "2027-07-31", lastNoticeOn: "2027-04-30", noticeOn: "2027-04-30", renewed: 0 }
  expect(await read(agreement)).toMatchObject(before)
  expect((await manager.call(withdrawNotice, { agreement, reason: "x" })).body).toMatchObject({
    ...{ code: "no-notice-stands" },
  })
  await aya.call(giveNotice, { agreement, endsOn: "2027-07-31", reason: "We close the business unit." })
  await runQueued("agreements.follow-notice", keelson)
  expect(await manager.call(giveNotice, { agreement, endsOn: "2027-07-31" })).toMatchObject({
    ...{ status: 409, body: { code: "notice-stands" } },
  })
  expect((await aya.call(withdrawNotice, { agreement, reason: "x" })).status).toBe(403)
  await runQueued("notifications.tell", keelson)
  const heard = async () =>
    (await news(manager, "agreement_notice")).filter(({ payload }) => payload["agreementId"] === agreement)
  expect(await heard()).toHaveLength(1)
  const back = await manager.call(withdrawNotice, { agreement, reason: "Both go on." })
  expect(back.body.given).toMatchObject([{ withdrawnBecause: "Both go on.", endsOn: "2027-07-31" }])
  expect(await read(agreement)).toMatchObject({ ...before, notice: null, renewal: "renewsAfter" })
  expect(await heard()).toEqual([])
  // It renews as if nothing had been, and a later notice finds its place.
  moveTo("2027-05-01T09:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect((await read(agreement)).endsOn).toBe("2028-07-31")
  moveTo("2027-06-01T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  expect((await lastDue(partnership)) ?? "").toMatch(/^2027-1/)
  expect((await aya.call(giveNotice, { agreement, endsOn: "2028-07-31" })).status).toBe(201)
})

test("an end that both agreed while notice stood is kept when it is taken back", async () => {
  moveTo("2027-02-01T09:00:00.000Z")
  const { agreement } = await signed("Longer after all", renewing)
  await manager.call(giveNotice, { agreement, endsOn: "2027-07-31" })
  const { version, title } = await read(agreement)
  const term = { agreement, title, startsOn: "2024-08-01", endsOn: "2029-12-31", noticeMonths: 3 }
  expect((await manager.call(editAgreement, term, { ifMatch: version })).status).toBe(200)
  expect((await manager.call(withdrawNotice, { agreement, reason: "They go on." })).status).toBe(200)
  expect(await read(agreement)).toMatchObject({ endsOn: "2029-12-31", lastNoticeOn: "2029-09-30", notice: null })
})

test("a day of notice that comes again is no new version of what was agreed", async () => {
  moveTo("2027-02-01T09:00:00.000Z")
  const { agreement } = await signed("Again and again", quarterly)
  const { version } = await read(agreement)
  moveTo("2027-04-02T09:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect(await read(agreement)).toMatchObject({ version, lastNoticeOn: "2027-06-30" })
})

test("a notice to a later end than the next is kept to it, and promises run until then", async () => {
  moveTo("2027-02-01T09:00:00.000Z")
  const { agreement } = await signed("Far ahead", renewing)
  expect((await manager.call(giveNotice, { agreement, endsOn: "2028-07-31" })).status).toBe(201)
  expect(await read(agreement)).toMatchObject({ endsOn: "2028-07-31", renewed: 1, firstEndsOn: "2027-07-31" })
})

test("who gives notice for whom: one's own side today; the host alone says of another day and of the other side", async () => {
  moveTo("2027-02-10T09:00:00.000Z")
  const { agreement, partnership, aya } = await signed("Whose", { ...inMonths, noticeCounts: "given" })
  const seller = await workspace.asPartner((await recordPartnership(manager, "Elsewhere")).organizationId, "seller")
  expect((await seller.call(getNotice, { agreement })).status).toBe(404)
  const viewer = await workspace.as("viewer")
  expect(await viewer.call(giveNotice, { agreement, endsOn: "2027-07-31" })).toMatchObject({
    ...{ status: 403, body: { code: "not-yours-to-end" } },
  })
  const earlier = { agreement, endsOn: "2027-07-31", receivedOn: "2027-02-09" }
  expect((await aya.call(giveNotice, earlier)).body).toMatchObject({ code: "only-today" })
  const reversed = { ...earlier, givenOn: "2027-02-10" }
  expect((await manager.call(giveNotice, reversed)).body).toMatchObject({ code: "received-before-given" })
  const future = { ...earlier, givenOn: "2027-02-11", receivedOn: "2027-02-11" }
  expect((await manager.call(giveNotice, future)).body).toMatchObject({ code: "notice-in-future" })
  // It counts from when it was given, as they agreed, though it came days later.
  const letter = { ...earlier, side: "partner", givenOn: "2027-02-05", receivedOn: "2027-02-09" } as const
  expect((await manager.call(giveNotice, letter)).body.given).toMatchObject([
    { givenBySide: "partner", givenOn: "2027-02-05", receivedOn: "2027-02-09", countsOn: "2027-02-05" },
  ])
  expect(partnership).toBeDefined()
})

test("how long notice is is said once, wherever it is written; a term said anew renews from there", async () => {
  moveTo("2027-02-10T09:00:00.000Z")
  const { agreement } = await signed("Said anew", renewing)
  moveTo("2027-05-10T09:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  const { version, title } = await read(agreement)
  const term = { agreement, title, startsOn: "2024-08-01", endsOn: "2027-12-31", autoRenews: true, renewalMonths: 6 }
  const twice = await manager.call(editAgreement, { ...term, noticeDays: 30, noticeMonths: 1 }, { ifMatch: version })
  expect(twice).toMatchObject({ status: 422, body: { code: "notice-said-twice" } })
  await manager.call(editAgreement, { ...term, noticeWeeks: 2 }, { ifMatch: version })
  expect(await read(agreement)).toMatchObject({
    ...{ endsOn: "2027-12-31", renewed: 0, firstEndsOn: null, noticeWeeks: 2, noticeMonths: null },
    ...{ lastNoticeOn: "2027-12-17", noticeOn: "2027-12-17" },
  })
  const more = { agreement, reason: "as it was meant", noticeWeeks: null, noticeMonths: 1, noticeTo: "month" } as const
  const { body } = await manager.call(amendAgreement, more)
  expect(body.content).toMatchObject({ noticeMonths: 1, noticeTo: "month", renewalMonths: 6 })
  expect(body.changes?.term.map(({ field }) => field).toSorted()).toEqual(["noticeMonths", "noticeTo", "noticeWeeks"])
})
