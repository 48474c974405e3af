import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, people, id, secret }) => {
  const view = { workspaceId, userId: people.host, place: "portfolio", search: "{}" }
  await db
    .insertInto("savedView")
    .values([
      { ...view, id: id("view"), isShared: true, name: secret("host", "a shared view") },
      { ...view, id: id("view", "host person"), isShared: false, name: secret("host person", "a view") },
    ])
    .execute()
}
