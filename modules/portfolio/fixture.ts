import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId }) => {
  await db
    .insertInto("partnershipFigures")
    .values({ workspaceId, partnershipId, revenue: 1 })
    .onConflict((conflict) => conflict.columns(["workspaceId", "partnershipId"]).doNothing())
    .execute()
}
