import type { Id } from "#core/ids"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const views = tableOf()("savedView", ["id", "place", "name", "search", "isShared", "userId"], { made: ["createdAt"] })

export type ViewRow = Row<typeof views>

/** Views a page may hold; beyond that nobody finds theirs. */
export const mostViews = 200

/** One's own, and those others shared: a view somebody else keeps for themselves is not there. */
const seenBy = (tx: WorkspaceTx, userId: string) =>
  views.rows(tx).where(({ eb, or }) => or([eb("userId", "=", userId), eb("isShared", "=", true)]))

export const listViews = (tx: WorkspaceTx, userId: string, place: string) =>
  seenBy(tx, userId).where("place", "=", place).orderBy("name").orderBy("id").limit(mostViews).execute()

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

export const deleteView = views.remove
