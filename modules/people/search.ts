import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"

export const search: readonly Searchable[] = [
  {
    kind: "contact",
    find: async ({ db, actor }, text) =>
      (await sql<Hit>`select * from contacts_like(${actor.workspaceId}, ${text})`.execute(db)).rows,
  },
]
