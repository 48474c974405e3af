import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"

export const search: readonly Searchable[] = [
  {
    kind: "organization",
    find: async ({ db, actor }, text) =>
      (await sql<Hit>`select * from organizations_like(${actor.workspaceId}, ${text})`.execute(db)).rows,
  },
]
