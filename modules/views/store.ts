import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { mostViews } from "./rules.ts"

const views = tableOf()("savedView", ["id", "place", "name", "search", "isShared", "userId", "version"], {
  made: ["createdAt"],
})

export type ViewRow = Row<typeof views>

/** One's own, and those others shared: a view somebody else keeps for themselves is not there. */
const seenBy = (tx: WorkspaceTx, userId: string) =>
  views.rows(tx).where(({ eb, or }) => or([eb("userId", "=", userId), eb("isShared", "=", true)]))

export const listViews = (tx: WorkspaceTx, userId: string, place: string) =>
  seenBy(tx, userId).where("place", "=", place).orderBy(byReading("name")).orderBy("id").limit(mostViews).execute()

export const lockView = (tx: WorkspaceTx, userId: string, id: Id) =>
  seenBy(tx, userId).where("id", "=", id).forUpdate().executeTakeFirst()

type NewView = Readonly<{
  id: Id
  userId: string
  place: string
  name: string
  search: Record<string, unknown>
  isShared: boolean
}>

export const insertView = (tx: WorkspaceTx, view: NewView) =>
  views.insert(tx, { ...view, search: JSON.stringify(view.search) })

type ChangedView = Pick<NewView, "name" | "search" | "isShared">

export const saveView = (tx: WorkspaceTx, id: Id, view: ChangedView) =>
  views.save(tx, id, { ...view, search: JSON.stringify(view.search) })

export const deleteView = views.remove

const pins = ({ db, actor }: WorkspaceTx, userId: string) =>
  db.selectFrom("pinnedView").where("workspaceId", "=", actor.workspaceId).where("userId", "=", userId)

/** What somebody pinned, in their order, also what they do not see any more. */
export const pinnedIds = async (tx: WorkspaceTx, userId: string): Promise<Id[]> => {
  const rows = await pins(tx, userId).select("viewId").orderBy("ordinal").orderBy("viewId").execute()
  return rows.map(({ viewId }) => viewId)
}

/** The views that somebody pinned, as far as they see them. */
export const pinnedViews = async (tx: WorkspaceTx, userId: string): Promise<ViewRow[]> => {
  const ids = await pinnedIds(tx, userId)
  if (ids.length === 0) return []
  const rows = await seenBy(tx, userId).where("id", "=", anyOf(ids)).execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Behind the others; what is pinned stays where it is. */
export const insertPin = async (tx: WorkspaceTx, userId: string, viewId: Id): Promise<void> => {
  const last = await pins(tx, userId)
    .select(({ fn }) => fn.max("ordinal").as("ordinal"))
    .executeTakeFirst()
  await tx.db
    .insertInto("pinnedView")
    .values({ workspaceId: tx.actor.workspaceId, userId, viewId, ordinal: (last?.ordinal ?? -1) + 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A pin that went meanwhile does not come back with its place. */
export const orderPins = async ({ db, actor }: WorkspaceTx, userId: string, views: readonly Id[]): Promise<void> => {
  await db
    .updateTable("pinnedView")
    .set(({ ref }) => ({ ordinal: sql<number>`array_position(${views}::uuid[], ${ref("viewId")})` }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("userId", "=", userId)
    .where("viewId", "=", anyOf(views))
    .execute()
}

export const deletePin = async ({ db, actor }: WorkspaceTx, userId: string, viewId: Id): Promise<void> => {
  await db
    .deleteFrom("pinnedView")
    .where("workspaceId", "=", actor.workspaceId)
    .where("userId", "=", userId)
    .where("viewId", "=", viewId)
    .execute()
}
