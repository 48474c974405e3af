import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"

/** True when someone with this address is active on that side (for that organization). */
export const hasAccess = async (
  { db, actor }: WorkspaceTx,
  email: string,
  organizationId: Id | null,
): Promise<boolean> => {
  const member = db
    .selectFrom("member")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("deactivatedAt", "is", null)
  const partnerUser = db
    .selectFrom("partnerUser")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("organizationId", "=", organizationId)
    .where("deactivatedAt", "is", null)
  return (await (organizationId === null ? member : partnerUser).executeTakeFirst()) !== undefined
}
