import type { PartnerRole } from "#core/actor"
import type { Id } from "#core/ids"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const partnerUsers = tableOf()("partnerUser", ["id", "version"])

export const savePartnerUser = partnerUsers.save

/** Lets someone in for an organization; someone who left comes back. False when they are in already. */
export const admitPartnerUser = async (
  { db, actor, now }: WorkspaceTx,
  person: { id: Id; userId: string; name: string; email: string; organizationId: Id; role: PartnerRole },
): Promise<Id | undefined> => {
  const row = await db
    .insertInto("partnerUser")
    .values({ workspaceId: actor.workspaceId, ...person, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "userId", "organizationId"])
        .doUpdateSet({ role: person.role, deactivatedAt: null })
        .where("partnerUser.deactivatedAt", "is not", null),
    )
    .returning("id")
    .executeTakeFirst()
  return row?.id
}
