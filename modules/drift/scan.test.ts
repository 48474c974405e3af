import { expect, test } from "vitest"
import { listPartnerships } from "#contract/portfolio"
import type { System } from "#core/actor"
import { addDays } from "#core/time"
import { insertActivity } from "#modules/activities"
import { markStale } from "#modules/signals"
import { sql } from "#platform/database"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { acceptChange, confirmCause, dismissCase, getDrift, getWeeklyHealth, listDriftCases } from "./contract.ts"
import { runScan } from "./scan.ts"
import { insertScan } from "./store.ts"
import { healthyWeeks, live, lostWeeks, makePartnership, movableClock } from "./storyForTests.ts"

const clock = movableClock("2026-01-05")
const keelson = await startTestKeelson({ clock })
const { platform } = keelson

/** Judges as of the clock's day. */
const scan = async (system: System, isFull = true) => {
  const id = newId()
  await platform.transact(system, (tx) =>
    insertScan(tx, { id, asOf: tx.today, isFull, partnershipsTotal: 0, requestedBy: null }),
  )
  await runScan(platform, system, id)
}

const stored = (system: System) =>
  platform.transact(system, async (tx) => ({
    findings: (await sql`select * from drift_finding order by partnership_id`.execute(tx.db)).rows,
    cases: (await sql`select * from drift_case order by id`.execute(tx.db)).rows,
    events: (await sql`select id, kind from event where kind like 'drift.%' order by id`.execute(tx.db)).rows as {
      kind: string
    }[],
  }))

const start = "2024-01-01"
/** The Monday after the healthy weeks. */
const turn = "2025-07-07"
const healthy = healthyWeeks(79)

/** A workspace with one partnership that is let down from July 2025 on. */
const tellStory = async (name: string, weeksAfter = 26) => {
  const workspace = await keelson.workspace(name)
  const { system } = workspace
  clock.goTo(turn)
  const acme = await makePartnership(platform, system, "Acme")
  await live(platform, system, acme, start, healthy)
  clock.goTo(addDays(turn, 7 * weeksAfter))
  await live(platform, system, acme, turn, lostWeeks(weeksAfter))
  return { workspace, system, acme, manager: await workspace.as("partner_manager") }
}

test("a drift is found with its onset, the side that let go first, and evidence for every clause", async () => {
  const { system, acme, manager } = await tellStory("Found")
  await scan(system)
  const { body } = await manager.call(getDrift, { partnership: acme.id })
  expect(body).toMatchObject({ scored: true, drifting: true, firstSide: "host" })
  expect(body.onset && body.onset.low <= turn && body.onset.high >= turn).toBe(true)
  expect(body.causes[0]?.cause).toBe("host_service_failure")
  const lanes = new Set(body.lanes.map(({ signal }) => signal))
  const events = new Set(body.events.map(({ id }) => id))
  for (const { evidence } of body.causes)
    for (const each of evidence)
      expect("signal" in each ? lanes.has(each.signal) : events.has(each.id ?? "")).toBe(true)
  expect(body.current).toMatchObject({ state: "open", cause: "host_service_failure" })
  const { body: portfolio } = await manager.call(listPartnerships, {})
  expect(portfolio.items[0]?.drift).toMatchObject({ state: "drifting", caseId: body.current?.id })
  const { body: health } = await manager.call(getWeeklyHealth, { partnerships: acme.id, weeks: 52 })
  const weeks = health.items[0]?.health ?? []
  expect(weeks).toHaveLength(52)
  expect(weeks[10]).toBeGreaterThan(weeks[50] as number)
})

test("a case opens once; a second scan changes nothing", async () => {
  const { system } = await tellStory("Twice")
  await scan(system)
  const first = await stored(system)
  await scan(system)
  expect(await stored(system)).toEqual(first)
  expect(first.events.map(({ kind }) => kind)).toEqual(["drift.case_opened"])
})

test("a case is updated by new facts and closes when the signals are back", async () => {
  const { system, acme, manager } = await tellStory("Recovers", 20)
  await scan(system)
  const opened = (await manager.call(listDriftCases, { state: "open" })).body.items[0]
  const later = addDays(turn, 7 * 20)
  clock.goTo(addDays(later, 7 * 4))
  await live(platform, system, acme, later, lostWeeks(24).slice(20))
  await scan(system)
  const updated = (await manager.call(listDriftCases, { state: "open" })).body.items
  expect(updated).toHaveLength(1)
  expect(updated[0]).toMatchObject({ id: opened?.id, detectedOn: opened?.detectedOn })
  expect(updated[0]?.version).toBeGreaterThan(opened?.version as number)
  clock.goTo(addDays(later, 7 * 56))
  await live(platform, system, acme, addDays(later, 28), healthyWeeks(52))
  await scan(system)
  const closed = (await manager.call(listDriftCases, {})).body.items
  expect(closed).toHaveLength(1)
  expect(closed[0]).toMatchObject({ id: opened?.id, state: "recovered" })
  expect((await stored(system)).events.at(-1)?.kind).toBe("drift.case_recovered")
})

test("the answer of a past day is given again, whatever was recorded since", async () => {
  const { system, acme, manager } = await tellStory("As of", 12)
  const day = addDays(turn, 7 * 12)
  await scan(system)
  const then = (await manager.call(getDrift, { partnership: acme.id })).body
  clock.goTo(addDays(day, 7 * 20))
  await live(platform, system, acme, day, healthyWeeks(20))
  await live(platform, system, acme, addDays(turn, 14), healthyWeeks(8))
  await scan(system)
  const now = (await manager.call(getDrift, { partnership: acme.id })).body
  const again = (await manager.call(getDrift, { partnership: acme.id, asOf: day })).body
  const said = ({ drifting, probability, onset, detectedOn, firstSide, causes, lanes }: typeof then) => ({
    drifting,
    probability,
    onset,
    detectedOn,
    firstSide,
    causes,
    lanes,
  })
  expect(said(again)).toEqual(said(then))
  expect(now.probability).not.toBe(then.probability)
  expect((await manager.call(getDrift, { partnership: acme.id, asOf: "2099-01-01" })).status).toBe(422)
})

test("looking only at what changed says what looking at everything says", async () => {
  const { system, acme } = await tellStory("Incremental", 16)
  const other = await makePartnership(platform, system, "Other", "isv")
  await live(platform, system, other, start, healthyWeeks(90))
  await scan(system)
  await live(platform, system, acme, addDays(turn, 35), lostWeeks(6))
  await scan(system, false)
  const incremental = await stored(system)
  await scan(system)
  const strip = (rows: readonly unknown[]) => rows.map((row) => ({ ...(row as object), computedAt: undefined }))
  expect(strip((await stored(system)).findings)).toEqual(strip(incremental.findings))
})

test("what a person confirms stands beside what the machine said", async () => {
  const { system, manager, workspace } = await tellStory("Confirmed")
  await scan(system)
  const [found] = (await manager.call(listDriftCases, {})).body.items
  if (!found) throw new Error("no case")
  const ifMatch = found.version
  const viewer = await workspace.as("viewer")
  expect((await viewer.call(confirmCause, { case: found.id, cause: "economics" }, { ifMatch })).status).toBe(403)
  const { body } = await manager.call(confirmCause, { case: found.id, cause: "economics" }, { ifMatch })
  expect(body).toMatchObject({ state: "open", cause: "host_service_failure", confirmedCause: "economics" })
  await scan(system)
  expect((await manager.call(listDriftCases, {})).body.items[0]).toMatchObject({ confirmedCause: "economics" })
})

test("a dismissed alarm stays dismissed, and an accepted change becomes the level that counts", async () => {
  for (const [endpoint, state] of [
    [dismissCase, "dismissed"],
    [acceptChange, "accepted"],
  ] as const) {
    const { system, acme, manager } = await tellStory(`Closed as ${state}`)
    await scan(system)
    const [found] = (await manager.call(listDriftCases, {})).body.items
    if (!found) throw new Error("no case")
    const input = { case: found.id, reason: "They moved to a yearly plan." }
    expect((await manager.call(endpoint, input, { ifMatch: found.version })).body.state).toBe(state)
    expect((await manager.call(endpoint, input, { ifMatch: found.version + 1 })).status).toBe(409)
    await scan(system, false)
    expect((await manager.call(listDriftCases, {})).body.items).toHaveLength(1)
    const { body } = await manager.call(getDrift, { partnership: acme.id })
    if (state === "accepted") expect(body.drifting).toBe(false)
    else expect(body).toMatchObject({ drifting: true, isSettled: true, current: null })
  }
})

test("facts that were taken back and imported again open a case again", async () => {
  const { system, acme, manager } = await tellStory("Again")
  await scan(system)
  await platform.transact(system, async (tx) => {
    for (const table of ["activity", "deal"])
      await sql`update ${sql.table(table)} set retracted_at = ${tx.now} where workspace_id = ${system.workspaceId}`.execute(
        tx.db,
      )
    await markStale(tx, [acme.id])
  })
  await scan(system)
  expect((await manager.call(getDrift, { partnership: acme.id })).body).toMatchObject({ scored: false, current: null })
  clock.goTo(addDays(turn, 7 * 26 + 1))
  await live(platform, system, acme, start, [...healthy, ...lostWeeks(26)])
  await scan(system)
  const { body } = await manager.call(getDrift, { partnership: acme.id })
  expect(body).toMatchObject({ drifting: true, isSettled: false, current: { state: "open" } })
  expect(body.past.map(({ state, closeReason }) => [state, closeReason])).toEqual([["ended", "facts-withdrawn"]])
})

test("what happens all the time is no turning point", async () => {
  const { system, acme, manager } = await tellStory("Turning")
  await platform.transact(system, async (tx) => {
    for (const kind of ["change of strategy", ...Array.from({ length: 20 }, () => "contribution merged")])
      await insertActivity(tx, {
        id: newId(),
        partnershipId: acme.id,
        kind,
        partyId: null,
        occurredAt: `${turn}T12:00:00.000Z`,
        privateTo: null,
        recordedBy: null,
        source: "test",
      })
    await markStale(tx, [acme.id])
  })
  await scan(system)
  const { body } = await manager.call(getDrift, { partnership: acme.id })
  expect(new Set(body.events.map(({ kind }) => kind))).toEqual(new Set(["change of strategy"]))
})

test("a partner user and a stranger learn nothing of it", async () => {
  const { system, acme, workspace } = await tellStory("Private")
  await scan(system)
  const partner = await workspace.asPartner(acme.organizationId)
  expect((await partner.call(getDrift, { partnership: acme.id })).status).toBe(403)
  expect((await partner.call(listDriftCases, {})).status).toBe(403)
  const stranger = await (await keelson.workspace("Stranger")).as("owner")
  expect((await stranger.call(getDrift, { partnership: acme.id })).status).toBe(404)
  expect((await stranger.call(listDriftCases, {})).body.items).toEqual([])
  const asPartner = {
    ...system,
    kind: "partner-user",
    side: "partner",
    organizationId: acme.organizationId,
    partnershipIds: [acme.id],
  }
  const rows = await platform.transact(asPartner as never, async ({ db }) =>
    Promise.all(
      ["drift_finding", "drift_case", "signal_series"].map(
        async (table) => (await sql`select 1 from ${sql.table(table)}`.execute(db)).rows.length,
      ),
    ),
  )
  expect(rows).toEqual([0, 0, 0])
})
