import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"

/** Few enough to be read through: the words of a visit's purpose. */
export const search: readonly Searchable[] = [
  {
    kind: "visit",
    find: async ({ db, actor }, text) =>
      (
        await sql<Hit>`select v.id, v.purpose as name, p.name as detail, p.organization_id, word_similarity(${text}, v.purpose) as nearness
          from visit v join partnership p on p.workspace_id = v.workspace_id and p.id = v.partnership_id
          where v.workspace_id = ${actor.workspaceId} and word_similarity(${text}, v.purpose) > 0.5 order by nearness desc, v.id limit 20`.execute(
          db,
        )
      ).rows,
  },
]
