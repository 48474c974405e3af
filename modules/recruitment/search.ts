import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"

export const search: readonly Searchable[] = [
  {
    kind: "candidate",
    // By the company's name; what has become a partnership is found as that.
    find: async ({ db, actor }, text) => {
      const { rows } = await sql<Hit>`
        select c.id, o.name, p.name as detail, null::uuid as organization_id, o.nearness
        from organizations_like(${actor.workspaceId}, ${text}) o
          join candidate c on c.workspace_id = ${actor.workspaceId} and c.organization_id = o.id
          join ideal_profile p on p.workspace_id = c.workspace_id and p.id = c.profile_id
        where c.partnership_id is null order by o.nearness desc, c.id limit 20`.execute(db)
      return rows
    },
  },
]
