import { expect, test } from "vitest"
import { editWorkspace, getWorkspace } from "#contract/workspaces"
import { seededRandom } from "#core/stats/seededRandom"
import { addDays, daysBetween } from "#core/time"
import { sql } from "#platform/database"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { confirmCause, dismissCase, getDrift, listDriftCases } from "./contract.ts"
import { jobs } from "./jobs.ts"
import { scanEverything } from "./scanEverything.ts"
import { live, makePartnership, movableClock, type Week } from "./storyForTests.ts"

const clock = movableClock("2026-01-05")
const keelson = await startTestKeelson({ clock })
const { platform } = keelson

const start = "2024-01-01"
const turn = "2025-07-07"
const today = addDays(turn, 7 * 24)

const draw = (seed: number, count: number, contacts: number, registrations: number): Week[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => ({
    contacts: random.poisson(contacts),
    registrations: random.poisson(registrations),
    answerHours: 20 * Math.exp(0.3 * random.normal()),
  }))
}

/** Resellers whose contacts and registrations let go together, so that more than one story fits; each with a case. */
const tellAlike = async (name: string, count: number) => {
  const workspace = await keelson.workspace(name)
  const { system } = workspace
  const made = []
  for (let i = 0; i < count; i++) {
    clock.goTo(turn)
    const one = await makePartnership(platform, system, `Partner ${i}`)
    const onset = addDays(turn, 7 * 4 * (i % 2))
    const healthy = daysBetween(start, onset) / 7
    await live(platform, system, one, start, draw(i + 1, healthy, 6, 3))
    clock.goTo(today)
    await live(platform, system, one, onset, draw(i + 50, daysBetween(onset, today) / 7, 1.5, 0.3))
    made.push(one)
  }
  return { workspace, system, made, manager: await workspace.as("partner_manager") }
}

type Manager = Awaited<ReturnType<typeof tellAlike>>["manager"]
const causesOf = async (manager: Manager, partnership: string, asOf?: string) => {
  const { body } = await manager.call(getDrift, { partnership, ...(asOf ? { asOf } : {}) })
  return Object.fromEntries(body.causes.map(({ cause, probability }) => [cause, probability]))
}
const openCases = async (manager: Manager) =>
  (await manager.call(listDriftCases, { state: "open", limit: 50 })).body.items

test("what people confirm in like cases moves the ranking of the others from then on, and not before", async () => {
  const { system, made, manager } = await tellAlike("Learning", 4)
  await scanEverything(platform, system)
  const asked = made[0]?.id ?? ""
  const before = await causesOf(manager, asked)
  clock.goTo(addDays(today, 1))
  const others = (await openCases(manager)).filter(({ partnershipId }) => partnershipId !== asked)
  expect(others.length).toBeGreaterThanOrEqual(3)
  for (const { id, version } of others.slice(0, 3))
    expect((await manager.call(confirmCause, { case: id, cause: "economics" }, { ifMatch: version })).status).toBe(200)
  const { rows } = await platform.transact(system, ({ db }) =>
    sql`select partnership_id from stale_partnership where workspace_id = ${system.workspaceId}`.execute(db),
  )
  expect(rows).toHaveLength(made.length)
  await scanEverything(platform, system)
  const after = await causesOf(manager, asked)
  expect(after.economics).toBeGreaterThan(1.5 * (before.economics as number))
  expect(await causesOf(manager, asked, today)).toEqual(before)
  expect(await causesOf(manager, asked, addDays(today, 1))).toEqual(after)
  const [dismissed] = (await openCases(manager)).filter(({ id }) => id === others[0]?.id)
  clock.goTo(addDays(today, 2))
  const input = { case: dismissed?.id ?? "", reason: "It was nothing." }
  await manager.call(dismissCase, input, { ifMatch: dismissed?.version ?? 0 })
  await scanEverything(platform, system)
  expect((await causesOf(manager, asked)).economics).toBeLessThan(after.economics as number)
})

const setBudget = async (owner: Manager, falseAlarmsPerYear: number) => {
  const { name, timeZone, currency, version } = (await owner.call(getWorkspace, {})).body
  const input = { name, timeZone, currency, falseAlarmsPerYear }
  expect((await owner.call(editWorkspace, input, { ifMatch: version })).status).toBe(200)
}

test("the budget of false alarms is the level that counts, and a past answer keeps the budget of its day", async () => {
  const { workspace, system, made, manager } = await tellAlike("Budget", 1)
  const owner = await workspace.as("owner")
  const asked = made[0]?.id ?? ""
  const levelAt = async (asOf?: string) =>
    (await manager.call(getDrift, { partnership: asked, ...(asOf ? { asOf } : {}) })).body.threshold
  await scanEverything(platform, system)
  expect(await levelAt()).toBe(0.6)
  clock.goTo(addDays(today, 1))
  await setBudget(owner, 0.022)
  expect(await levelAt()).toBe(0.9)
  clock.goTo(addDays(today, 3))
  await setBudget(owner, 0.2)
  expect([await levelAt(today), await levelAt(addDays(today, 2)), await levelAt()]).toEqual([0.6, 0.9, 0.3])
})

test("another budget asks for everything to be judged anew, once; another name does not", async () => {
  const { workspace, system } = await tellAlike("Again", 1)
  const owner = await workspace.as("owner")
  const job = jobs.find(({ name }) => name === "drift.budget-changed")
  const tell = async () => {
    const { rows } = await platform.transact(system, ({ db }) =>
      sql<{
        id: string
      }>`select id from event where workspace_id = ${system.workspaceId} and kind = 'workspace.changed' order by id desc limit 1`.execute(
        db,
      ),
    )
    const eventId = rows[0]?.id ?? newId()
    const payload = {
      workspaceId: system.workspaceId,
      eventId,
      kind: "workspace.changed",
      recordedAt: platform.clock.now(),
      subjectId: eventId,
      partnershipId: null,
    }
    await job?.run(payload, { platform, log: platform.log, signal: new AbortController().signal })
  }
  const scans = async () =>
    (
      await platform.transact(system, ({ db }) =>
        sql`select 1 from drift_scan where workspace_id = ${system.workspaceId}`.execute(db),
      )
    ).rows.length
  await setBudget(owner, 0.05)
  await tell()
  expect(await scans()).toBe(0)
  await setBudget(owner, 0.1)
  await tell()
  await tell()
  expect(await scans()).toBe(1)
})
