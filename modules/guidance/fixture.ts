import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, people }) => {
  await db.insertInto("dismissedStep").values({ workspaceId, userId: people.host, step: "colleague" }).execute()
}
