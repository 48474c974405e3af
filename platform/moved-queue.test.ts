import { expect, test } from "vitest"
import { z } from "zod"
import { everyWorkspace, job } from "#platform/jobs"
import { defineModule } from "#platform/module"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

const ran: string[] = []
const remind = job({
  name: "test.remind",
  payload: z.object({ of: z.string() }),
  run: async ({ of }, { platform }) => {
    ran.push(`${of} at ${platform.clock.now()}`)
    if (of === "a refusal" && ran.filter((each) => each.startsWith(of)).length === 1) throw new Error("once")
  },
})
const visit = everyWorkspace({
  name: "test.visit",
  cron: "30 9 * * *",
  visit: async ({ transact }) => {
    ran.push(`a visit at ${await transact(async ({ now }) => now)}`)
  },
})

// Far ahead of the machine's: by its time nothing of all this is ever due.
const clock = movableClock("2035-03-26T09:00:00Z")
const extra = defineModule("moved-queue-test", { tables: {}, actions: [], jobs: [remind, visit] })
const keelson = await startTestKeelson({ clock, worker: true, extraModules: [extra] })
const { system } = await keelson.workspace("Moved")
const queued = () =>
  runAsOwner<{ name: string }>(
    keelson.ownerUrl,
    "select task_identifier as name from graphile_worker.jobs where task_identifier like 'test.%'",
  )

test("a job runs when the moved time is there and not before, and what is queued for now at once", async () => {
  await keelson.platform.transact(system, async (tx) => {
    await tx.enqueue(remind, { of: "tomorrow" }, { runAt: "2035-03-27T09:00:00.000Z" })
    await tx.enqueue(remind, { of: "now" })
  })
  await expect.poll(() => ran).toEqual(["now at 2035-03-26T09:00:00.000Z"])
  expect(await queued()).toEqual([{ name: "test.remind" }])
  clock.moveTo("2035-03-27T09:00:00Z")
  await expect.poll(() => ran.slice(1)).toEqual(["tomorrow at 2035-03-27T09:00:00.000Z"])
  await expect.poll(queued).toEqual([])
})

test("a schedule is kept by the moved time", async () => {
  ran.length = 0
  clock.moveTo("2035-03-27T09:30:00Z")
  await expect.poll(() => ran).toEqual(["a visit at 2035-03-27T09:30:00.000Z"])
})

test("a failed job is tried again after its pause in the moved time", async () => {
  ran.length = 0
  await keelson.platform.transact(system, (tx) => tx.enqueue(remind, { of: "a refusal" }))
  const failed =
    "select (run_at > '2035-03-27T09:30:00Z') as later from graphile_worker.jobs where last_error like '%once%'"
  await expect.poll(() => runAsOwner(keelson.ownerUrl, failed)).toEqual([{ later: true }])
  clock.moveTo("2035-03-27T10:00:00Z")
  await expect
    .poll(() => ran)
    .toEqual(["a refusal at 2035-03-27T09:30:00.000Z", "a refusal at 2035-03-27T10:00:00.000Z"])
})

test("a worker on the machine's time has no other now()", async () => {
  const plain = await startTestKeelson({ worker: true })
  const made = await runAsOwner(plain.ownerUrl, "select from pg_namespace where nspname = 'moved'")
  expect(made).toEqual([])
})
