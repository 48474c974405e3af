import type { PartnerRole } from "#core/actor"
import type { Id } from "#core/ids"
import { accessChanged } from "#platform/access"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const partnerUsers = tableOf()("partnerUser", ["id", "userId", "version"])

/** Whatever of them changes, what they may do is asked anew everywhere. */
export const savePartnerUser: typeof partnerUsers.save = async (tx, id, change) => {
  const row = await partnerUsers.save(tx, id, change)
  await accessChanged(tx, row.userId)
  return row
}

/** Takes out the access that people have for a company beside that for another; what it was is for its keeper to give back. */
export const takeAccessTwice = async (tx: WorkspaceTx, from: Id, beside: Id) => {
  const { db, actor } = tx
  const both = await db
    .selectFrom("partnerUser")
    .select("userId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", beside)
    .execute()
  const rows = await db
    .deleteFrom("partnerUser")
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", from)
    .where("userId", "=", anyOf(both.map(({ userId }) => userId)))
    .returningAll()
    .execute()
  await accessChanged(tx, from)
  return rows
}

export type AccessRow = Awaited<ReturnType<typeof takeAccessTwice>>[number]

/** Gives it back, where nobody has let the person in again. */
export const giveAccessBack = async (tx: WorkspaceTx, rows: readonly AccessRow[]): Promise<void> => {
  if (rows.length === 0) return
  const { db, actor } = tx
  await db
    .insertInto("partnerUser")
    .values(rows.map((row) => ({ ...row, workspaceId: actor.workspaceId })))
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "organizationId"]).doNothing())
    .execute()
  for (const company of new Set(rows.map(({ organizationId }) => organizationId))) await accessChanged(tx, company)
}

/** Lets someone in for an organization; someone who left comes back. False when they are in already. */
export const admitPartnerUser = async (
  tx: WorkspaceTx,
  person: { id: Id; userId: string; name: string; email: string; organizationId: Id; role: PartnerRole },
): Promise<Id | undefined> => {
  const { db, actor, now } = tx
  const row = await db
    .insertInto("partnerUser")
    .values({ workspaceId: actor.workspaceId, ...person, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "userId", "organizationId"])
        .doUpdateSet({
          ...{ role: person.role, deactivatedAt: null, erasedAt: null },
          // Who was erased and comes back by themselves has a name again.
          name: sql<string>`case when partner_user.erased_at is null then partner_user.name else ${person.name} end`,
          email: sql<string>`case when partner_user.erased_at is null then partner_user.email else ${person.email} end`,
        })
        .where("partnerUser.deactivatedAt", "is not", null),
    )
    .returning("id")
    .executeTakeFirst()
  if (row) await accessChanged(tx, person.userId)
  return row?.id
}
