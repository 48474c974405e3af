import { afterAll, expect, test } from "vitest"
import { listAgreements } from "#contract/agreements"
import { listCommitments, reportOccurrence } from "#contract/commitments"
import { listDriftCases } from "#contract/drift"
import { getHome } from "#contract/home"
import { editWorkspace, getWorkspace } from "#contract/workspaces"
import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays, hourIn, weekOf } from "#core/time"
import { insertActivity } from "#modules/activities"
import { markStale } from "#modules/signals"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { figuresThatDiffer } from "#test/figures"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { playUntil } from "#test/play"
import { enter, memberWith, monthly, recordPartnership } from "#test/promises"
import { startSmtp } from "#test/smtp"

/**
 * Twelve months, played: over both days on which clocks change, month ends, holidays and a leap day, with the database, the jobs and the
 * mail as they are. Two workspaces live in two zones; each day ends in its own.
 */

const clock = movableClock("2027-03-15T09:00:00Z")
const sent: { to: string; at: string; text: string }[] = []
const mail = await startSmtp(0, ({ to, raw }) => sent.push({ to: to.join(), at: clock.now(), text: raw }))
afterAll(() => mail.stop())
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: mail.url } })

const place = async (name: string, timeZone: string, country: string) => {
  const workspace = await keelson.workspace(name)
  const owner = await workspace.as("owner")
  const { version } = (await owner.call(getWorkspace)).body
  const settings = { name, timeZone, country, currency: "EUR", falseAlarmsPerYear: 0.05 }
  const { status } = await owner.call(editWorkspace, settings, { ifMatch: version })
  expect(status).toBe(200)
  const manager = await workspace.as("partner_manager")
  const { email } = await memberWith(keelson, workspace, "partner_manager")
  const system: System = { ...workspace.system, timeZone }
  return { ...workspace, system, manager, email, timeZone }
}

const berlin = await place("Berlin", "Europe/Berlin", "DE")
const newYork = await place("New York", "America/New_York", "US")
const alder = await recordPartnership(berlin.manager, "Alder")
const birch = await recordPartnership(newYork.manager, "Birch")
const term = { startsOn: "2027-03-01", endsOn: "2028-02-29", noticeDays: 90 }
await enter(berlin.manager, alder.id, [monthly("host", { windowDays: 0 }), monthly("partner", { windowDays: 0 })], term)
await enter(newYork.manager, birch.id, [monthly("host", { windowDays: 0 })], { ...term, autoRenews: true })

const contacts = async (partnershipId: Id, monday: PlainDate, count: number) =>
  keelson.platform.transact(berlin.system, async (tx) => {
    for (let each = 0; each < count; each++)
      await insertActivity(tx, {
        ...{ id: newId(), partnershipId, kind: "call", partyId: null, person: `Person ${each % 3}`, privateTo: null },
        ...{ occurredAt: `${addDays(monday, each % 5)}T08:00:00.000Z`, recordedBy: null, source: "manual" },
      })
    await markStale(tx, [partnershipId])
  })

/** A week, the more hours of it the more can happen: the nights at a month's end, else the mornings. */
const liveUntil = (monday: PlainDate) => {
  const days = Array.from({ length: 8 }, (_, day) => addDays(monday, day - 8).slice(8))
  const isMonthEnd = days.some((day) => ["28", "29", "30", "31", "01"].includes(day))
  const hours = isMonthEnd ? [4, 5, 6, 11, 12, 22, 23] : [6]
  return playUntil(keelson, clock, `${monday}T01:00:00Z`, { hours })
}

const dueDays = async (caller: Caller, partnership: Id, owedBy: string) => {
  const { body } = await caller.call(listCommitments, { partnership, from: "2027-03-01", to: "2028-03-31" })
  return body.occurrences.filter((each) => each.owedBy === owedBy)
}

const report = async (caller: Caller, partnership: Id, owedBy: "host" | "partner", dueOn: PlainDate) => {
  const due = (await dueDays(caller, partnership, owedBy)).find((each) => each.dueOn === dueOn)
  const evidence = [{ kind: "note" as const, note: "Sent." }]
  return caller.call(reportOccurrence, { occurrence: due?.id ?? "", evidence })
}

/** When the ledger learned that promises due on a day were missed. */
const missedAt = async (workspace: Id, dueOn: PlainDate) =>
  (
    await runAsOwner<{ at: Date }>(
      keelson.ownerUrl,
      `select distinct recorded_at as at from event where workspace_id = '${workspace}' and kind = 'commitment.missed'
        and payload ->> 'dueOn' = '${dueOn}'`,
    )
  ).map(({ at }) => at.toISOString())

const stateOf = async (caller: Caller, partnership: Id) =>
  (await caller.call(listAgreements, { partnership })).body.items[0]?.state

test("a year passes: kept, late and missed, drift begins and is found, notice, the end on a leap day", {
  timeout: 1_800_000,
}, async () => {
  // A year of steady contacts behind it, as a file would have brought it.
  for (let week = 1; week <= 52; week++) await contacts(alder.id, addDays("2027-03-15", -7 * week), 6 + (week % 3))
  const driftFrom = "2027-09-06"
  let onHome: boolean | undefined
  let foundOn: PlainDate | undefined
  for (let monday = "2027-03-22"; monday <= "2028-02-28"; monday = addDays(monday, 7)) {
    await liveUntil(monday)
    const week = addDays(monday, -7)
    await contacts(alder.id, week, week < driftFrom ? 6 + (Number(week.slice(8)) % 3) : 1)
    // Ours is kept for half a year, on the day; theirs once in time and once a week late.
    if (monday === "2027-03-29") await report(berlin.manager, alder.id, "partner", "2027-03-31")
    const due = (await dueDays(berlin.manager, alder.id, "host")).find(
      ({ dueOn }) => weekOf(dueOn) === monday && dueOn < "2027-09-01",
    )
    if (due) expect((await report(berlin.manager, alder.id, "host", due.dueOn)).status).toBe(200)
    if (monday === "2027-05-10")
      expect((await report(berlin.manager, alder.id, "partner", "2027-04-30")).status).toBe(200)
    const cases = (await berlin.manager.call(listDriftCases)).body.items
    if (cases.length > 0) foundOn ??= monday
    if (monday === "2027-11-22") {
      const { groups } = (await berlin.manager.call(getHome, { whose: "all" })).body
      onHome = groups.some(({ key, items }) => key === "agreement_notices" && items.length > 0)
    }
  }

  const ours = await dueDays(berlin.manager, alder.id, "host")
  expect(ours.map(({ dueOn }) => dueOn).at(-1)).toBe("2028-02-29")
  expect(ours.filter(({ dueOn }) => dueOn < "2027-09-01").map(({ state }) => state)).toEqual(Array(6).fill("kept"))
  const theirs = await dueDays(berlin.manager, alder.id, "partner")
  expect(theirs.slice(0, 3).map(({ state }) => state)).toEqual(["kept", "kept_late", "missed"])

  // Each day ends in its own zone; the job looks five minutes past the hour. The last
  // of October is a Sunday, so that Monday was the day, and New York changes its clocks a week after Berlin.
  const [host, there] = [berlin.system.workspaceId, newYork.system.workspaceId]
  expect(await missedAt(host, "2027-09-30")).toEqual(["2027-09-30T22:05:00.000Z"])
  expect(await missedAt(host, "2027-11-01")).toEqual(["2027-11-01T23:05:00.000Z"])
  expect(await missedAt(host, "2027-11-30")).toEqual(["2027-11-30T23:05:00.000Z"])
  expect(await missedAt(host, "2028-01-31")).toEqual(["2028-01-31T23:05:00.000Z"])
  expect(await missedAt(there, "2027-03-31")).toEqual(["2027-04-01T04:05:00.000Z"])
  expect(await missedAt(there, "2027-11-01")).toEqual(["2027-11-02T04:05:00.000Z"])
  expect(await missedAt(there, "2027-11-30")).toEqual(["2027-12-01T05:05:00.000Z"])

  // It fell in September, and was found before the year was out; nothing was found before it began.
  expect(foundOn === undefined ? undefined : foundOn > driftFrom && foundOn < "2028-01-01").toBe(true)
  const [found] = (await berlin.manager.call(listDriftCases)).body.items
  expect
    .soft(found?.onset && found.onset.low <= addDays(driftFrom, 7) && found.onset.high >= addDays(driftFrom, -7))
    .toBe(true)

  // Ninety days before the last day of February 2028 is a Wednesday; home had said so.
  const [agreement] = (await berlin.manager.call(listAgreements, { partnership: alder.id })).body.items
  expect(agreement?.noticeOn).toBe("2027-12-01")
  expect(onHome).toBe(true)

  await playUntil(keelson, clock, "2028-02-29T23:05:00Z", { hours: [4, 5, 6, 11, 12, 22, 23] })
  expect(await stateOf(berlin.manager, alder.id)).toBe("in_force")
  await playUntil(keelson, clock, "2028-03-02T13:00:00Z", { hours: [4, 5, 6, 11, 12, 22, 23] })
  expect(await stateOf(berlin.manager, alder.id)).toBe("expired")
  expect(await stateOf(newYork.manager, birch.id)).toBe("in_force")
  expect(await missedAt(host, "2028-02-29")).toEqual(["2028-02-29T23:05:00.000Z"])

  // Daily mails come at seven where the workspace is, on every day of the year; none of them twice a day.
  for (const { email, timeZone } of [berlin, newYork]) {
    const daily = sent.filter(({ to, text }) => to === email && text.includes("once a day"))
    expect(daily.length).toBeGreaterThanOrEqual(10)
    const early = daily.filter(({ at }) => hourIn(timeZone, at) < 7)
    expect(early).toEqual([])
    const monthEnds = daily.filter(({ at }) => at.slice(8, 10) === "01")
    expect(new Set(monthEnds.map(({ at }) => hourIn(timeZone, at)))).toEqual(new Set([7]))
    expect(new Set(daily.map(({ at }) => at.slice(0, 10))).size).toBe(daily.length)
  }

  // A year of acts, jobs and days later the stored figures are those that follow from the facts.
  for (const { system } of [berlin, newYork]) expect(await figuresThatDiffer(keelson, system.workspaceId)).toEqual([])
})
