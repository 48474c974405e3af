import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { startTestKeelson } from "#test/keelson"
import { jobs } from "./jobs.ts"

const keelson = await startTestKeelson()
const { platform } = keelson

test("answers kept for retries are forgotten after a week, in every workspace", async () => {
  const workspaces = [await keelson.workspace("One"), await keelson.workspace("Two")]
  for (const { as, system } of workspaces) {
    const owner = await as("owner")
    for (const key of ["old", "young"]) await owner.call(createOrganization, { name: key }, { idempotencyKey: key })
    await platform.transact(system, (tx) =>
      tx.db
        .updateTable("idempotencyKey")
        .set({ createdAt: "2020-01-01T00:00:00Z" })
        .where("workspaceId", "=", system.workspaceId)
        .where("key", "=", "old")
        .execute(),
    )
  }
  const purge = jobs.find(({ name }) => name === "idempotency.purge")
  await purge?.run({}, { platform, log: platform.log, signal: new AbortController().signal })
  for (const { system } of workspaces) {
    const kept = await platform.transact(system, (tx) =>
      tx.db.selectFrom("idempotencyKey").select("key").where("workspaceId", "=", system.workspaceId).execute(),
    )
    expect(kept).toEqual([{ key: "young" }])
  }
})
