import type { PartnerRole } from "#core/actor"
import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"

const mostShown = 2_000

const select = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("partnerUser as u")
    .innerJoin("organization as o", (join) =>
      join.onRef("o.workspaceId", "=", "u.workspaceId").onRef("o.id", "=", "u.organizationId"),
    )
    .select(["u.id", "u.userId", "u.name", "u.email", "u.role", "u.organizationId", "u.createdAt", "u.deactivatedAt"])
    .select("o.name as organizationName")
    .where("u.workspaceId", "=", actor.workspaceId)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirst"]>>>
export type PartnerUserRow = Omit<Row, "role"> & { role: PartnerRole }

export const listPartnerUsers = async (tx: WorkspaceTx, organizationId: Id | undefined) => {
  const all = select(tx)
  const query = organizationId === undefined ? all : all.where("u.organizationId", "=", organizationId)
  return (await query.orderBy("u.name").orderBy("u.id").limit(mostShown).execute()) as PartnerUserRow[]
}

export const lockPartnerUser = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("u.id", "=", id).forUpdate("u").executeTakeFirst()) as PartnerUserRow | undefined

export const deactivatePartnerUser = async ({ db, actor, now }: WorkspaceTx, id: Id): Promise<void> => {
  await db
    .updateTable("partnerUser")
    .set(({ eb }) => ({ deactivatedAt: now, version: eb("version", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

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
