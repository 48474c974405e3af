import type { Id } from "#core/ids"
import { sql } from "#platform/database"

/** The name of the user that a row names, as a member or as a partner's user; null where the reader may see neither. */
export const userNameOf = (workspaceId: Id, user: string) =>
  sql<
    string | null
  >`coalesce((select m.name from member m where m.workspace_id = ${workspaceId} and m.user_id = ${sql.ref(user)}),
    (select u.name from partner_user u where u.workspace_id = ${workspaceId} and u.user_id = ${sql.ref(user)} limit 1))`

/** Several of the host's people may enter. */
export const hasSeveralMembers = (workspaceId: Id) =>
  sql<boolean>`(select count(*) > 1 from (select from member where workspace_id = ${workspaceId} and deactivated_at is null limit 2) two)`

/** Somebody of a partner may enter. */
export const hasPartnerUsers = (workspaceId: Id) =>
  sql<boolean>`exists (select from partner_user where workspace_id = ${workspaceId} and deactivated_at is null)`
