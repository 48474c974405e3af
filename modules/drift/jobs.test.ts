import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { createPartnership } from "#contract/partnerships"
import { sql } from "#platform/database"
import { startTestKeelson } from "#test/keelson"
import { getDrift, getScan, startScan } from "./contract.ts"

const keelson = await startTestKeelson({ worker: true })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

test("a scan that was asked for runs by itself, and its progress can be read", { timeout: 60_000 }, async () => {
  const { body: made } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Acme" } })
  await manager.call(recordActivity, { partnership: made.id, kind: "call" })
  const { body: asked } = await manager.call(startScan, { isFull: true })
  expect(asked).toMatchObject({ state: "queued", partnershipsTotal: 1, partnershipsDone: 0 })
  let scan = asked
  for (let tries = 0; scan.state !== "finished" && tries < 200; tries++) {
    await sleep(200)
    scan = (await manager.call(getScan, { scan: asked.id })).body
  }
  expect(scan).toMatchObject({ state: "finished", partnershipsDone: 1 })
  const { body } = await manager.call(getDrift, { partnership: made.id })
  expect(body).toMatchObject({ scored: false, drifting: false, current: null })
  expect(body.reason).not.toBeNull()
})

test("facts mark their partnership once for the next scan, however many arrive", async () => {
  const { body: made } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Bright" } })
  for (let i = 0; i < 3; i++) await manager.call(recordActivity, { partnership: made.id, kind: "call" })
  const waiting = async () =>
    keelson.platform.transact(
      workspace.system,
      async ({ db }) =>
        (
          await sql`select 1 from stale_partnership where workspace_id = ${workspace.system.workspaceId} and partnership_id = ${made.id}`.execute(
            db,
          )
        ).rows.length,
    )
  expect(await waiting()).toBe(1)
})
