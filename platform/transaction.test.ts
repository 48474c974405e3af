import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { z } from "zod"
import type { System } from "#core/actor"
import { machineClock } from "#platform/clock"
import { openPool } from "#platform/database"
import { event } from "#platform/event"
import { newId } from "#platform/ids"
import { eventPayload, job, listenersOf } from "#platform/jobs"
import { startTestKeelson } from "#test/keelson"
import type { Tx } from "./transaction.ts"
import { openTransactions } from "./transaction.ts"

const thingHappened = event("thing.happened", { subject: "thing", visibility: "shared", marksStale: true, payload: {} })
const react = job({ name: "thing.react", payload: eventPayload, on: [thingHappened], run: async () => {} })
const stale: string[] = []

const keelson = await startTestKeelson()
const { system } = await keelson.workspace("Ledger")
const owner = new pg.Pool({ connectionString: keelson.ownerUrl })
const pool = openPool(keelson.ownerUrl, 4)
afterAll(() => Promise.all([owner.end(), pool.end()]))
const transact = openTransactions(pool, machineClock, {
  listeners: listenersOf([react]),
  markStale: async (_tx, ids) => {
    stale.push(...ids)
  },
})

const countEvents = async (subjectId: string) =>
  (await owner.query("select from event where subject_id = $1", [subjectId])).rowCount
const countJobs = async () =>
  (await owner.query("select from graphile_worker.jobs where task_identifier = 'thing.react'")).rowCount

test("an event and the jobs that listen to it commit together", async () => {
  const subjectId = newId()
  const before = (await countJobs()) ?? 0
  await transact(system, (tx) => tx.record(thingHappened, { subjectId }))
  expect(await countEvents(subjectId)).toBe(1)
  expect(await countJobs()).toBe(before + 1)
})

test("what its kind says follows an event: marked stale, and only what is declared is kept", async () => {
  const partnershipId = newId()
  const quiet = event("thing.noticed", { subject: "thing", visibility: "host", payload: { size: z.number() } })
  await transact(system, async (tx) => {
    await tx.record(thingHappened, { subjectId: newId(), partnershipId })
    await tx.recordBatch(thingHappened, [{ subjectId: newId(), partnershipId }, { subjectId: newId() }])
    const more = { size: 1, secret: "the caller's own" }
    await tx.record(quiet, { subjectId: partnershipId, partnershipId: newId(), payload: more })
  })
  expect(stale).toEqual([partnershipId, partnershipId])
  const { rows } = await owner.query("select visibility, subject_type, payload from event where subject_id = $1", [
    partnershipId,
  ])
  expect(rows).toEqual([{ visibility: "host", subject_type: "thing", payload: { size: 1 } }])
})

test("events that are gathered are one run at the end of their span", async () => {
  const gathering = job({ ...react, name: "thing.gather", gatherSeconds: 3_600 })
  const gather = openTransactions(pool, machineClock, {
    listeners: listenersOf([gathering]),
    markStale: async () => {},
  })
  for (const _ of [1, 2, 3]) await gather(system, (tx) => tx.record(thingHappened, { subjectId: newId() }))
  const { rows } = await owner.query<{ later: boolean }>(
    "select run_at > now() as later from graphile_worker.jobs where task_identifier = 'thing.gather'",
  )
  // Two where the hour turned meanwhile.
  expect([1, 2]).toContain(rows.length)
  expect(rows.every(({ later }) => later)).toBe(true)
})

test("a fault undoes the event and its jobs", async () => {
  const subjectId = newId()
  const before = await countJobs()
  const failing = transact(system, async (tx) => {
    await tx.record(thingHappened, { subjectId })
    throw new Error("after the event")
  })
  await expect(failing).rejects.toThrow("after the event")
  expect(await countEvents(subjectId)).toBe(0)
  expect(await countJobs()).toBe(before)
})

test("a read changes nothing and gives its connection back", async () => {
  const name = (tx: Pick<Tx, "db">) =>
    tx.db.selectFrom("workspace").select("name").where("id", "=", system.workspaceId).executeTakeFirstOrThrow()
  for (let round = 0; round < 20; round++) expect(await transact(system, name, "read")).toEqual({ name: "Ledger" })
  const writing = transact(system, (tx) => tx.record(thingHappened, { subjectId: newId() }), "read")
  await expect(writing).rejects.toThrow("read-only transaction")
})

test("a deadlock is tried again and both sides finish", async () => {
  const [left, right] = [newId(), newId()]
  for (const id of [left, right])
    await transact(system, (tx) =>
      tx.db
        .insertInto("organization")
        .values({ workspaceId: system.workspaceId, id, name: id, createdAt: tx.now, updatedAt: tx.now })
        .execute(),
    )
  const [leftFirst, rightFirst] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const touchBoth = (first: string, second: string, touched: typeof leftFirst, others: typeof leftFirst) =>
    transact(system, async (tx) => {
      const touch = (id: string) =>
        tx.db
          .updateTable("organization")
          .set(({ eb }) => ({ version: eb("version", "+", 1) }))
          .where("workspaceId", "=", system.workspaceId)
          .where("id", "=", id)
          .execute()
      await touch(first)
      touched.resolve()
      await others.promise
      await touch(second)
    })
  await Promise.all([touchBoth(left, right, leftFirst, rightFirst), touchBoth(right, left, rightFirst, leftFirst)])
  const versions = await owner.query<{ version: number }>("select version from organization where id in ($1, $2)", [
    left,
    right,
  ])
  expect(versions.rows.map(({ version }) => version)).toEqual([3, 3])
})

test("an id that is no id never reaches SQL text", async () => {
  const forged: System = { ...system, workspaceId: "x'; drop table event; --" }
  await expect(transact(forged, async () => 1)).rejects.toThrow("not an id")
})

test("settings of one transaction are gone in the next on the same connection", async () => {
  const single = openPool(keelson.ownerUrl, 1)
  const once = openTransactions(single, machineClock, { listeners: new Map(), markStale: async () => {} })
  await once(system, async () => 1)
  await expect(single.query("select * from organization")).rejects.toThrow()
  await single.end()
})

test("a work that swallows the fault of a statement is not told that it was kept", async () => {
  const swallowing = transact(system, async (tx) => {
    await tx.record(thingHappened, { subjectId: newId() })
    await tx.client.query("select 1 / 0").catch(() => {})
  })
  await expect(swallowing).rejects.toThrow("nothing was kept")
})

test("a statement that outlives its failed transaction never reaches the next one on the pool", async () => {
  const single = openPool(keelson.ownerUrl, 1)
  const once = openTransactions(single, machineClock, { listeners: new Map(), markStale: async () => {} })
  let straggler: Promise<unknown> = Promise.resolve()
  const failing = once(system, async (tx) => {
    straggler = new Promise((resolve) => setTimeout(resolve, 100)).then(() =>
      tx.client.query("create table stray (id int)"),
    )
    straggler.catch(() => {})
    await tx.client.query("select 1 / 0")
  })
  await expect(failing).rejects.toThrow("division by zero")
  expect(
    await once(system, async ({ client }) => (await client.query("select 1 as one, pg_sleep(0.3)")).rows[0].one),
  ).toBe(1)
  await expect(straggler).rejects.toThrow("closed")
  await single.end()
})

test("a connection that breaks under a transaction is told, and the pool goes on", async () => {
  const single = openPool(keelson.ownerUrl, 1)
  const once = openTransactions(single, machineClock, { listeners: new Map(), markStale: async () => {} })
  for (const statement of ["select pg_sleep(5)", "commit_is_next"]) {
    const subjectId = newId()
    const cut = once(system, async (tx) => {
      await tx.record(thingHappened, { subjectId })
      const { rows } = await tx.client.query<{ pid: number }>("select pg_backend_pid() as pid")
      const sleeping = statement === "commit_is_next" ? undefined : tx.client.query(statement)
      sleeping?.catch(() => {})
      await owner.query("select pg_terminate_backend($1)", [rows[0]?.pid])
      await sleeping
    })
    await expect(cut).rejects.toThrow()
    expect(await countEvents(subjectId)).toBe(0)
    expect(await once(system, async () => "goes on")).toBe("goes on")
  }
  await single.end()
})
