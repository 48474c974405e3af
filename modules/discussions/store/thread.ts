import { partyOf, type Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { type PageAsked, pageIn } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const threads = tableOf<{ visibility: Visibility }>()(
  "thread",
  [
    "id",
    "partnershipId",
    "subjectKind",
    "subjectId",
    "privateTo",
    "visibility",
    "lastPosition",
    "removed",
    "lastCommentAt",
    "resolvedAt",
    "resolvedBy",
  ],
  { made: ["createdAt", "lastCommentAt"], saved: ["lastCommentAt"] },
)

export type ThreadRow = Row<typeof threads>

/** A subject's thread of one audience: shared (null), or kept to one party. */
export type ThreadOf = Readonly<{
  subject: Readonly<{ kind: string; id: Id }>
  partnershipId: Id
  privateTo: Id | null
}>

const rowsOf = (tx: WorkspaceTx, { subject, privateTo }: ThreadOf) => {
  const rows = threads.rows(tx).where("subjectKind", "=", subject.kind).where("subjectId", "=", subject.id)
  return privateTo === null ? rows.where("privateTo", "is", null) : rows.where("privateTo", "=", privateTo)
}

export const findThread = (tx: WorkspaceTx, of: ThreadOf) => rowsOf(tx, of).executeTakeFirst()

/** The thread, made by whoever speaks first; locked, so that those who write at once come one after the other. */
export const lockThread = async (tx: WorkspaceTx, of: ThreadOf, newId: Id) => {
  const { subject, partnershipId, privateTo } = of
  await tx.db
    .insertInto("thread")
    .values({
      ...{ workspaceId: tx.actor.workspaceId, id: newId, partnershipId, privateTo },
      ...{ subjectKind: subject.kind, subjectId: subject.id, createdAt: tx.now, lastCommentAt: tx.now },
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "subjectKind", "subjectId", "keptTo"]).doNothing())
    .execute()
  return rowsOf(tx, of).forUpdate().executeTakeFirstOrThrow()
}

/** The same thread if somebody has spoken in it, locked. */
export const lockKnownThread = (tx: WorkspaceTx, of: ThreadOf) => rowsOf(tx, of).forUpdate().executeTakeFirst()

export const saveThread = threads.save

/** The thread of a comment, which cannot be without one. */
export const getThread = async (tx: WorkspaceTx, id: Id) => {
  const thread = await threads.find(tx, id)
  if (!thread) throw new Error("a comment stands in a thread")
  return thread
}

export const countRemoval = async ({ db, actor }: WorkspaceTx, threadId: Id): Promise<void> => {
  await db
    .updateTable("thread")
    .set(({ eb }) => ({ removed: eb("removed", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", threadId)
    .execute()
}

/** Who asks; Keelson itself reads nothing. */
const me = ({ actor }: WorkspaceTx): string => actor.userId ?? ""

/** Counted up to a hundred: beyond that the number tells nobody anything. */
const mostUnread = 100

const unreadIn = (tx: WorkspaceTx) => sql<number>`(select count(*) from (select from comment c
  where c.workspace_id = ${tx.actor.workspaceId} and c.thread_id = thread.id and c.author_id <> ${me(tx)} and c.removed_at is null
    and c.position > coalesce((select r.position from thread_read r
      where r.workspace_id = ${tx.actor.workspaceId} and r.thread_id = thread.id and r.user_id = ${me(tx)}), 0)
  limit ${mostUnread}) as counted)`

type State = "open" | "resolved" | "all"

/** A partnership's threads that the asker may see. */
const ofPartnership = (tx: WorkspaceTx, partnershipId: Id) =>
  tx.db
    .selectFrom("thread")
    .where("thread.workspaceId", "=", tx.actor.workspaceId)
    .where("thread.partnershipId", "=", partnershipId)
    .where(({ eb, or }) => or([eb("thread.privateTo", "is", null), eb("thread.privateTo", "=", partyOf(tx.actor))]))

/** How many are open, and how many settled: of those that are listed. */
export const countThreads = async (tx: WorkspaceTx, partnershipId: Id) => {
  const { all, open } = await ofPartnership(tx, partnershipId)
    .select(({ fn }) => [
      fn.countAll<number>().as("all"),
      fn.countAll<number>().filterWhere("thread.resolvedAt", "is", null).as("open"),
    ])
    .executeTakeFirstOrThrow()
  return { open: Number(open), resolved: Number(all) - Number(open) }
}

export const threadsById = (tx: WorkspaceTx, ids: readonly Id[]) =>
  threads
    .rows(tx)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute()

export const listThreads = async (
  tx: WorkspaceTx,
  partnershipId: Id,
  { state, ...asked }: PageAsked & Readonly<{ state: State }>,
) => {
  let rows = ofPartnership(tx, partnershipId)
    .select(["thread.id", "thread.subjectKind", "thread.subjectId", "thread.visibility", "thread.lastCommentAt"])
    .select(["thread.resolvedAt", "thread.resolvedBy"])
    .select(({ eb }) => eb("thread.lastPosition", "-", eb.ref("thread.removed")).as("comments"))
    .select(unreadIn(tx).as("unread"))
  if (state !== "all") rows = rows.where("thread.resolvedAt", state === "open" ? "is" : "is not", null)
  const { items, next } = await pageIn(rows, {
    ...asked,
    by: "thread.lastCommentAt",
    id: "thread.id",
    descending: true,
  })
  return {
    items: items.map(({ id: _, visibility, ...row }) => ({ ...row, visibility: visibility as Visibility })),
    next,
  }
}

export const readUpTo = async (tx: WorkspaceTx, threadId: Id): Promise<number | null> => {
  const row = await tx.db
    .selectFrom("threadRead")
    .select("position")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("threadId", "=", threadId)
    .where("userId", "=", me(tx))
    .executeTakeFirst()
  return row?.position ?? null
}

/** Reading goes forward only: of two tabs the one that is behind takes nothing back. */
export const markRead = async (tx: WorkspaceTx, threadId: Id, position: number): Promise<number> => {
  const row = await tx.db
    .insertInto("threadRead")
    .values({ workspaceId: tx.actor.workspaceId, threadId, userId: me(tx), position })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "threadId", "userId"])
        .doUpdateSet({ position: sql`greatest(thread_read.position, excluded.position)` }),
    )
    .returning("position")
    .executeTakeFirstOrThrow()
  return row.position
}
