import { sql } from "#platform/database"

/** A lateral join named `as` with the column `last_activity_at`, for the partnership `id` of a row. What was retracted did not happen. */
export const lastActivity = (workspaceId: string, id: ReturnType<typeof sql>, as: string) =>
  sql`left join lateral (
    select a.occurred_at as last_activity_at from activity a
    where a.workspace_id = ${workspaceId} and a.partnership_id = ${id} and a.retracted_at is null
    order by a.occurred_at desc, a.id desc limit 1) ${sql.ref(as)} on true`
