import type { Fixture } from "#platform/fixture"

/** Who was erased is nobody but ids. */
export const fixture: Fixture = async ({ db, workspaceId, at, id }) => {
  const people = { userIds: [], memberIds: [], partnerUserIds: [], contactIds: [] }
  await db
    .insertInto("erasure")
    .values({ workspaceId, id: id("erasure"), ...people, askedAt: at, doneAt: at, counts: "{}" })
    .execute()
  // One for a workspace, where several partnerships are planted.
  await db
    .insertInto("retention")
    .values({ workspaceId, kind: "notification", days: 90, changedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
