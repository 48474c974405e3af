import type { Id } from "#core/ids"
import { sql } from "#platform/database"

/** Partnerships with a deal on record: their pipeline is a level that time alone keeps standing. */
export const withDeals = (workspaceId: Id) => sql`
  select d.partnership_id from deal d where d.workspace_id = ${workspaceId} and d.retracted_at is null`
