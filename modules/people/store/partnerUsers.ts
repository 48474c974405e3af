import type { PartnerRole } from "#core/actor"
import type { Id } from "#core/ids"
import { byReading } from "#platform/database"
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
  return (await query.orderBy(byReading("u.name")).orderBy("u.id").limit(mostShown).execute()) as PartnerUserRow[]
}

export const lockPartnerUser = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("u.id", "=", id).forUpdate("u").executeTakeFirst()) as PartnerUserRow | undefined
