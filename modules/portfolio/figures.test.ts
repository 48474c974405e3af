import { expect, test } from "vitest"
import { listDriftCases } from "#contract/drift"
import { createPartnership } from "#contract/partnerships"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { getPartnership, getPortfolioSummary, listPartnerships } from "./contract.ts"
import { listPortfolio } from "./store.ts"

const clock = { now: () => "2026-11-23T09:00:00.000Z" }
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const { system } = workspace
const { workspaceId } = system
const manager = await workspace.as("partner_manager")
const { body: made } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Contoso" } })
const { body: quiet } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Quiet" } })
const partnershipId = made.id

await keelson.platform.transact(system, async (tx) => {
  const { db, now: madeAt } = tx
  tx.figuresChanged([partnershipId])
  const own = { workspaceId, partnershipId }
  const agreement = {
    ...own,
    title: "Frame",
    startsOn: "2025-01-01",
    currency: "EUR",
    noticeDays: 30,
    createdAt: madeAt,
    updatedAt: madeAt,
  }
  await db
    .insertInto("agreement")
    .values([
      { ...agreement, id: newId(), endsOn: "2027-01-05", noticeOn: "2026-12-04" },
      { ...agreement, id: newId(), endsOn: "2026-12-01", noticeOn: "2026-10-30", state: "terminated" },
      { ...agreement, id: newId(), endsOn: "2029-12-31", noticeOn: "2029-11-30" },
    ])
    .execute()
  const commitmentId = newId()
  const promise = {
    ...own,
    title: "Report",
    measure: "per_cadence",
    cadence: "monthly",
    startsOn: "2025-01-01",
    createdAt: madeAt,
  }
  await db
    .insertInto("commitment")
    .values({ ...promise, id: commitmentId, partyId: own.workspaceId })
    .execute()
  const occurrence = (owedBy: string, dueOn: string, state: string) => ({
    ...own,
    id: newId(),
    commitmentId,
    partyId: owedBy === "host" ? own.workspaceId : made.organizationId,
    dueOn,
    firstDueOn: dueOn,
    state,
  })
  await db
    .insertInto("occurrence")
    .values([
      occurrence("host", "2026-10-01", "kept"),
      occurrence("host", "2026-10-02", "kept_late"),
      occurrence("host", "2026-10-03", "waived"),
      occurrence("host", "2026-01-01", "missed"),
      occurrence("host", "2026-11-20", "due"),
      occurrence("host", "2026-12-20", "upcoming"),
      occurrence("partner", "2026-10-04", "missed"),
      occurrence("partner", "2026-11-23", "due"),
    ])
    .execute()
  const activity = { ...own, kind: "meeting", recordedAt: madeAt }
  await db
    .insertInto("activity")
    .values([
      { ...activity, id: newId(), occurredAt: "2026-11-01T10:00:00.000Z" },
      { ...activity, id: newId(), occurredAt: "2026-11-02T10:00:00.000Z", retractedAt: "2026-11-03T10:00:00.000Z" },
    ])
    .execute()
  const revenue = { ...own, signal: "revenue", recordedAt: madeAt }
  await db
    .insertInto("measurement")
    .values([
      { ...revenue, id: newId(), periodStart: "2026-11-02", value: 900, recordedAt: "2026-11-10T10:00:00.000Z" },
      { ...revenue, id: newId(), periodStart: "2026-11-02", value: 1200.5, recordedAt: "2026-11-11T10:00:00.000Z" },
      { ...revenue, id: newId(), periodStart: "2026-11-09", value: 300 },
      { ...revenue, id: newId(), periodStart: "2026-11-16", value: 70, retractedAt: "2026-11-20T10:00:00.000Z" },
      { ...revenue, id: newId(), periodStart: "2025-11-02", value: 50_000 },
    ])
    .execute()
  const finding = { ...own, asOf: "2026-11-23", probability: 0.93, computedAt: clock.now() }
  await db
    .insertInto("driftFinding")
    .values({ ...finding, scored: true, drifting: true, onsetOn: "2026-09-07", firstSide: "host", finding: "{}" })
    .execute()
})

test("a line of the portfolio counts what fell due in half a year, what is open, and what ends next", async () => {
  const { body } = await manager.call(listPartnerships, { drifting: "true" })
  expect(body.items).toMatchObject([
    {
      id: partnershipId,
      kept: { host: { kept: 1, due: 2 }, partner: { kept: 0, due: 1 } },
      promises: { host: { open: 2, overdue: 1 }, partner: { open: 1, overdue: 1 } },
      drift: { state: "drifting", onsetOn: "2026-09-07", firstSide: "host", probability: 0.93, caseId: null },
      nextEnd: { endsOn: "2027-01-05", noticeOn: "2026-12-04", autoRenews: false },
      lastActivityAt: "2026-11-01T10:00:00.000Z",
      revenue: { amountMinor: 150_050, currency: "EUR" },
    },
  ])
  const steady = await manager.call(listPartnerships, { drifting: "false" })
  expect(steady.body.items).toMatchObject([{ id: quiet.id, revenue: null }])
})

test("the summary counts the same things once", async () => {
  const { body } = await manager.call(getPortfolioSummary)
  expect(body).toEqual({
    partnerships: 2,
    drifting: 1,
    silent: 0,
    notScored: 1,
    overdue: { host: 1, partner: 1 },
    noticeWindows: 1,
    hasOtherCurrencies: false,
  })
})

test.each([
  ["one statement", undefined, 1],
  ["one more where names are searched", "conto", 2],
] as const)("a page of the portfolio is %s, however many lines and figures it shows", async (_, search, count) => {
  const statements = await keelson.platform.transact(system, async (tx) => {
    const asked: string[] = []
    const { client } = tx
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    const watched = Object.assign(client, {
      query: (...given: unknown[]) => {
        asked.push(String((given[0] as { text?: string }).text))
        return query(...given)
      },
    })
    try {
      await listPortfolio(tx, keelson.platform.contributed.figures, { limit: 50, sort: "name", search })
    } finally {
      Object.assign(watched, { query })
    }
    return asked
  })
  expect(statements).toHaveLength(count)
})

test("who fell silent is called silent, drifting or not, and never among those that are well", async () => {
  const { body: gone } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Gone" } })
  const { body: fading } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Fading" } })
  const found = { workspaceId, asOf: "2026-11-23", computedAt: clock.now(), scored: true }
  const finding = JSON.stringify({ silentSince: "2023-05-01" })
  await keelson.platform.transact(system, (tx) => {
    tx.figuresChanged([gone.id, fading.id])
    return tx.db
      .insertInto("driftFinding")
      .values([
        { ...found, partnershipId: gone.id, drifting: false, probability: 0.1, finding },
        { ...found, partnershipId: fading.id, drifting: true, probability: 1, onsetOn: "2023-01-02", finding },
      ])
      .execute()
  })
  const listed = async (filter: { drifting?: "true" | "false"; silent?: "true" }) =>
    (await manager.call(listPartnerships, filter)).body.items.map(({ name, drift }) => [name, drift.state])
  expect(await listed({ silent: "true" })).toEqual([
    ["Fading", "silent"],
    ["Gone", "silent"],
  ])
  expect(await listed({ drifting: "true" })).toEqual([["Contoso", "drifting"]])
  expect(await listed({ drifting: "false" })).toEqual([["Quiet", "not_scored"]])
  const { body } = await manager.call(getPartnership, { partnership: fading.id })
  expect(body.drift).toMatchObject({ state: "silent", silentSince: "2023-05-01", onsetOn: "2023-01-02" })
  expect((await manager.call(getPortfolioSummary)).body).toMatchObject({ partnerships: 4, drifting: 1, silent: 2 })
})

test("a drift that is too early to date has no onset, but the first day on which it may have begun", async () => {
  const { body: made } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Lately" } })
  const id = made.id
  const finding = JSON.stringify({ changedSince: "2026-02-02" })
  const found = { workspaceId, partnershipId: id, asOf: "2026-11-23", computedAt: clock.now(), scored: true, finding }
  const drift = async () => (await manager.call(getPartnership, { partnership: id })).body.drift
  const write = (given: { drifting: boolean; onsetOn: string | null }) =>
    keelson.platform.transact(system, async ({ db }) => {
      await db.deleteFrom("driftFinding").where("partnershipId", "=", id).execute()
      await db
        .insertInto("driftFinding")
        .values({ ...found, ...given, probability: 0.9 })
        .execute()
    })
  await write({ drifting: true, onsetOn: null })
  expect(await drift()).toMatchObject({ state: "drifting", onsetOn: null, changedSince: "2026-02-02" })
  await write({ drifting: false, onsetOn: null })
  expect(await drift(), "a person has dismissed it").toMatchObject({
    state: "steady",
    onsetOn: null,
    changedSince: null,
  })
  await keelson.platform.transact(system, ({ db }) =>
    db
      .insertInto("driftCase")
      .values({
        ...{ workspaceId, id: newId(), partnershipId: id, state: "open", detectedOn: "2026-11-23", probability: 0.9 },
        ...{ onsetOn: "2026-11-23", onsetLow: "2026-02-02", onsetHigh: "2026-11-23", firstSide: "host", finding },
        openedAt: clock.now(),
        updatedAt: clock.now(),
      })
      .execute(),
  )
  expect(await drift(), "an open case").toMatchObject({ onsetOn: null, changedSince: "2026-02-02" })
  const { body } = await manager.call(listDriftCases, {})
  expect(body.items.find(({ partnershipId }) => partnershipId === id)).toMatchObject({
    onset: null,
    changedSince: "2026-02-02",
  })
})
