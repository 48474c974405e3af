import type { Actor, Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { Tx, WorkspaceTx } from "#platform/tx"

/** An invitation as its link finds it, before anyone is inside the workspace. */
export type FoundInvitation = Readonly<{
  workspaceId: Id
  id: Id
  email: string
  side: Side
  role: string
  organizationId: Id | null
  workspaceName: string
  slug: string
  timeZone: string
  expiresAt: Instant
  acceptedAt: Instant | null
  revokedAt: Instant | null
}>

export const findByToken = async ({ db }: Tx<Actor>, tokenHash: string): Promise<FoundInvitation | undefined> =>
  (await sql<FoundInvitation>`select * from invitation_by_token(${tokenHash})`.execute(db)).rows[0]

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

/** A new invitation of the same person to the same place makes the earlier links useless. */
export const revokeEarlier = async (
  { db, actor, now }: WorkspaceTx,
  { email, side, organizationId }: { email: string; side: Side; organizationId: Id | null },
): Promise<void> => {
  await db
    .updateTable("invitation")
    .set({ revokedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("side", "=", side)
    .where(sql<boolean>`organization_id is not distinct from ${organizationId}::uuid`)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute()
}
