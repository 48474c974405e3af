import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { partnershipNameOf } from "#modules/partnerships"
import { pageIn } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Move, Show } from "../rules.ts"

/** The person who asks; Keelson itself is told nothing. */
const me = ({ actor }: WorkspaceTx): string => actor.userId ?? ""

type Filter = Readonly<{ limit: number; after?: string | undefined; show: Show; kind?: string | undefined }>

/** Where in their list a person finds it; what is put off comes back by itself. */
const isShownAs = ({ today }: WorkspaceTx, show: Show) =>
  ({
    open: sql<boolean>`(notification.done_at is null and coalesce(notification.snoozed_until <= ${today}::date, true))`,
    unread: sql<boolean>`(notification.read_at is null and notification.done_at is null and coalesce(notification.snoozed_until <= ${today}::date, true))`,
    snoozed: sql<boolean>`(notification.done_at is null and notification.snoozed_until > ${today}::date)`,
    done: sql<boolean>`notification.done_at is not null`,
  })[show]

const ownRows = (tx: WorkspaceTx, show: Show) =>
  tx.db
    .selectFrom("notification")
    .select([
      "notification.id",
      "notification.kind",
      "notification.partnershipId",
      "notification.payload",
      "notification.createdAt",
      "notification.readAt",
      "notification.doneAt",
      "notification.snoozedUntil",
    ])
    .select(partnershipNameOf(tx.actor.workspaceId, "notification.partnershipId").as("partnershipName"))
    .where("notification.workspaceId", "=", tx.actor.workspaceId)
    .where("notification.userId", "=", me(tx))
    .where(isShownAs(tx, show))

const told = <R extends { payload: unknown }>(rows: readonly R[]) =>
  rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }))

export const listNotifications = async (tx: WorkspaceTx, { limit, after, show, kind }: Filter) => {
  let query = ownRows(tx, show)
  if (kind !== undefined) query = query.where("notification.kind", "=", kind)
  const order = { by: "notification.createdAt", id: "notification.id", descending: true }
  const { items, next } = await pageIn(query, { ...order, limit, after })
  return { next, items: told(items) }
}

/** The newest unread ones, up to a hundred: beyond that the number tells nobody anything. */
export const unreadOf = async (tx: WorkspaceTx) =>
  told(await ownRows(tx, "unread").orderBy("notification.createdAt", "desc").limit(100).execute())

/** These, as far as they are the reader's own. */
export const lockOwn = ({ db, actor }: WorkspaceTx, ids: readonly Id[]) =>
  db
    .selectFrom("notification")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("userId", "=", actor.userId ?? "")
    .where("id", "=", anyOf(ids))
    .orderBy("id")
    .forUpdate()
    .execute()

const own = (tx: WorkspaceTx, ids: readonly Id[]) =>
  tx.db
    .updateTable("notification")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where("id", "=", anyOf(ids))

export const move = async (tx: WorkspaceTx, ids: readonly Id[], to: Move): Promise<void> => {
  const read = sql<string>`coalesce(read_at, ${tx.now}::timestamptz)`
  const changes = {
    read: { readAt: read },
    unread: { readAt: null },
    done: { readAt: read, doneAt: tx.now },
    open: { doneAt: null, snoozedUntil: null },
  } as const
  await own(tx, ids).set(changes[to]).execute()
}

export const putOff = async (tx: WorkspaceTx, ids: readonly Id[], until: PlainDate): Promise<void> => {
  await own(tx, ids).set({ snoozedUntil: until, doneAt: null }).execute()
}

/** Marks all that is in the inbox as read. */
export const markAllRead = async (tx: WorkspaceTx): Promise<void> => {
  await tx.db
    .updateTable("notification")
    .set({ readAt: tx.now })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where(isShownAs(tx, "unread"))
    .execute()
}
