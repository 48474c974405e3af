import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

export const invitations = tableOf<{ side: Side }>()("invitation", ["id"], { made: ["createdAt"] })

const select = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("invitation as i")
    .leftJoin("organization as o", (join) =>
      join.onRef("o.workspaceId", "=", "i.workspaceId").onRef("o.id", "=", "i.organizationId"),
    )
    .leftJoin("member as m", (join) =>
      join.onRef("m.workspaceId", "=", "i.workspaceId").onRef("m.id", "=", "i.invitedBy"),
    )
    .select(["i.id", "i.email", "i.side", "i.role", "i.organizationId", "i.createdAt", "i.expiresAt"])
    .select(["i.acceptedAt", "i.revokedAt", "o.name as organizationName", "m.name as invitedBy"])
    .where("i.workspaceId", "=", actor.workspaceId)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirst"]>>>
export type InvitationRow = Omit<Row, "side"> & { side: Side }

export const listInvitations = async (tx: WorkspaceTx) =>
  (await select(tx).orderBy("i.id", "desc").limit(200).execute()) as InvitationRow[]

export const findInvitation = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("i.id", "=", id).executeTakeFirst()) as InvitationRow | undefined

export const lockInvitation = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("i.id", "=", id).forUpdate("i").executeTakeFirst()) as InvitationRow | undefined

/** A new invitation of the same person to the same place makes the earlier ones useless; says which. */
export const revokeEarlier = async (
  { db, actor, now }: WorkspaceTx,
  { email, side, organizationId }: { email: string; side: Side; organizationId: Id | null },
): Promise<readonly Id[]> => {
  const rows = await db
    .updateTable("invitation")
    .set({ revokedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("side", "=", side)
    .where(sql<boolean>`organization_id is not distinct from ${organizationId}::uuid`)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .returning("id")
    .execute()
  return rows.map(({ id }) => id)
}
