import type { Fixture, Readers } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, people, id, secret, at }) => {
  const view = (readers: Readers, of: string) => ({
    workspaceId,
    userId: people.host,
    place: "portfolio",
    name: secret(readers, of),
    search: JSON.stringify({ search: secret(readers, `what ${of} looks for`) }),
  })
  await db
    .insertInto("savedView")
    .values([
      { ...view("host", "a shared view"), id: id("view"), isShared: true, createdAt: at },
      { ...view("host person", "a view"), id: id("view", "host person"), createdAt: at },
    ])
    .execute()
  await db
    .insertInto("pinnedView")
    .values({ workspaceId, userId: people.host, viewId: id("view"), ordinal: 0 })
    .execute()
}
