import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { markStale } from "./stale.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

test("marking stale twice keeps one row with the later moment", async () => {
  const { id } = await recordPartnership(manager, "Stale")
  const { system } = workspace
  await keelson.platform.transact(system, (tx) => markStale(tx, [id, id]))
  await keelson.platform.transact(system, (tx) => markStale(tx, [id]))
  await keelson.platform.transact(system, (tx) => markStale(tx, []))
  const rows = await keelson.platform.transact(system, ({ db }) =>
    db.selectFrom("stalePartnership").select("partnershipId").where("workspaceId", "=", system.workspaceId).execute(),
  )
  expect(rows).toEqual([{ partnershipId: id }])
})
