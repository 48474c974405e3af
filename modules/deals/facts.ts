import type { Id } from "#core/ids"
import { sql } from "#platform/database"

/** Partnerships with a deal on record: their pipeline is a level that time alone keeps standing. */
export const withDeals = (workspaceId: Id) => sql`
  select d.partnership_id from deal d where d.workspace_id = ${workspaceId} and d.retracted_at is null`

/** Something of the kind is on record; what was retracted is not. */
export const hasDeals = (workspaceId: Id) =>
  sql<boolean>`exists (select from deal where workspace_id = ${workspaceId} and retracted_at is null)`
