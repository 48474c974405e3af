import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, secret, at }) => {
  const weeks = 8
  await db
    .insertInto("signalSeries")
    .values({
      workspaceId,
      partnershipId,
      signal: secret("host", "the name of a series"),
      firstWeek: 2_900,
      weeks,
      actual: Buffer.from(new Float32Array(weeks).buffer),
      computedAt: "2026-11-23T00:00:00Z",
    })
    .execute()
  await db.insertInto("stalePartnership").values({ workspaceId, partnershipId, touchedAt: at }).execute()
}
