import type { Id } from "#core/ids"
import { partnershipNameOf } from "#modules/partnerships"
import { pageIn } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** The person who asks; Keelson itself is told nothing. */
const me = ({ actor }: WorkspaceTx): string => actor.userId ?? ""

type Filter = Readonly<{ limit: number; after?: string | undefined; show: "all" | "unread" }>

export const listNotifications = async (tx: WorkspaceTx, { limit, after, show }: Filter) => {
  let query = tx.db
    .selectFrom("notification")
    .select([
      "notification.id",
      "notification.kind",
      "notification.partnershipId",
      "notification.payload",
      "notification.createdAt",
      "notification.readAt",
    ])
    .select(partnershipNameOf(tx.actor.workspaceId, "notification.partnershipId").as("partnershipName"))
    .where("notification.workspaceId", "=", tx.actor.workspaceId)
    .where("notification.userId", "=", me(tx))
  if (show === "unread") query = query.where("notification.readAt", "is", null)
  const order = { by: "notification.createdAt", id: "notification.id", descending: true }
  const { items, next } = await pageIn(query, { ...order, limit, after })
  return {
    next,
    items: items.map((row) => ({
      ...row,
      payload: row.payload as Record<string, unknown>,
    })),
  }
}

/** Counted up to a hundred: beyond that the number tells nobody anything. */
export const countUnread = async (tx: WorkspaceTx): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from (
    select from notification where workspace_id = ${tx.actor.workspaceId} and user_id = ${me(tx)} and read_at is null limit 100) as counted`.execute(
    tx.db,
  )
  return rows[0]?.unread ?? 0
}

export const findOwn = (tx: WorkspaceTx, id: Id) =>
  tx.db
    .selectFrom("notification")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where("id", "=", id)
    .executeTakeFirst()

/** Marks one notification, or all of them, as read; what is read stays as it was. */
export const markRead = async (tx: WorkspaceTx, id?: Id): Promise<void> => {
  let query = tx.db
    .updateTable("notification")
    .set({ readAt: tx.now })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where("readAt", "is", null)
  if (id !== undefined) query = query.where("id", "=", id)
  await query.execute()
}
