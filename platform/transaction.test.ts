import pg from "pg"
import { afterAll, expect, test } from "vitest"
import type { System } from "#core/actor"
import { machineClock } from "#platform/clock"
import { openPool } from "#platform/database"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { openTransactions } from "./transaction.ts"

const keelson = await startTestKeelson()
const { system } = await keelson.workspace("Ledger")
const owner = new pg.Pool({ connectionString: keelson.ownerUrl })
const pool = openPool(keelson.ownerUrl, "keelson_app", 4)
afterAll(() => Promise.all([owner.end(), pool.end()]))
const transact = openTransactions(pool, machineClock, new Map([["thing.happened", ["thing.react"]]]))

const countEvents = async (subjectId: string) =>
  (await owner.query("select from event where subject_id = $1", [subjectId])).rowCount
const countJobs = async () =>
  (await owner.query("select from graphile_worker.jobs where task_identifier = 'thing.react'")).rowCount

test("an event and the jobs that listen to it commit together", async () => {
  const subjectId = newId()
  const before = (await countJobs()) ?? 0
  await transact(system, (tx) => tx.record("thing.happened", { subjectType: "thing", subjectId }))
  expect(await countEvents(subjectId)).toBe(1)
  expect(await countJobs()).toBe(before + 1)
})

test("a fault undoes the event and its jobs", async () => {
  const subjectId = newId()
  const before = await countJobs()
  const failing = transact(system, async (tx) => {
    await tx.record("thing.happened", { subjectType: "thing", subjectId })
    throw new Error("after the event")
  })
  await expect(failing).rejects.toThrow("after the event")
  expect(await countEvents(subjectId)).toBe(0)
  expect(await countJobs()).toBe(before)
})

test("a deadlock is tried again and both sides finish", async () => {
  const [left, right] = [newId(), newId()]
  for (const id of [left, right])
    await transact(system, (tx) =>
      tx.db.insertInto("organization").values({ workspaceId: system.workspaceId, id, name: id }).execute(),
    )
  const touchBoth = (first: string, second: string) =>
    transact(system, async (tx) => {
      const touch = (id: string) =>
        tx.db
          .updateTable("organization")
          .set(({ eb }) => ({ version: eb("version", "+", 1) }))
          .where("workspaceId", "=", system.workspaceId)
          .where("id", "=", id)
          .execute()
      await touch(first)
      await new Promise((resolve) => setTimeout(resolve, 50))
      await touch(second)
    })
  await Promise.all([touchBoth(left, right), touchBoth(right, left)])
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
  const single = openPool(keelson.ownerUrl, "keelson_app", 1)
  const once = openTransactions(single, machineClock, new Map())
  await once(system, async () => 1)
  await expect(single.query("select * from organization")).rejects.toThrow()
  await single.end()
})
