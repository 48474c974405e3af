import { partyOf, type Side, type Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { PageAsked } from "#platform/cursor"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Mention } from "../rules.ts"

const comments = tableOf<{ visibility: Visibility; side: Side; mentions: readonly Mention[] }>()(
  "comment",
  [
    ...(["id", "threadId", "partnershipId", "privateTo", "visibility", "position", "partyId", "side"] as const),
    ...([
      "authorId",
      "authorName",
      "body",
      "mentions",
      "writtenAt",
      "editedAt",
      "removedAt",
      "removedBy",
      "version",
    ] as const),
  ],
  { made: ["writtenAt"] },
)

export type CommentRow = Row<typeof comments>

/** Row-level security hides what is another party's own; here it is said once more. */
const seen = (tx: WorkspaceTx) =>
  comments.rows(tx).where(({ eb, or }) => or([eb("privateTo", "is", null), eb("privateTo", "=", partyOf(tx.actor))]))

export const lockComment = (tx: WorkspaceTx, id: Id) => seen(tx).where("id", "=", id).forUpdate().executeTakeFirst()

/** Those of these that are still to be read. */
export const standingComments = (tx: WorkspaceTx, ids: readonly Id[]) =>
  seen(tx).where("id", "=", anyOf(ids)).where("removedAt", "is", null).execute()

export const saveComment = comments.save

type NewComment = Readonly<{
  id: Id
  threadId: Id
  partnershipId: Id
  privateTo: Id | null
  position: number
  partyId: Id
  authorId: string
  authorName: string
  body: string
  mentions: readonly Mention[]
  writtenAt?: string
}>

export const insertComment = (tx: WorkspaceTx, { mentions, ...comment }: NewComment) =>
  comments.insert(tx, { ...comment, mentions: JSON.stringify(mentions) })

export const listComments = (
  tx: WorkspaceTx,
  threadId: Id,
  asked: PageAsked & Readonly<{ sort: "position" | "-position" }>,
) => comments.page(tx, asked, (rows) => rows.where("threadId", "=", threadId))

/** More writers than this in one thread is a crowd: the latest are told. */
const mostWriters = 200

export const writersIn = async ({ db, actor }: WorkspaceTx, threadId: Id): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("comment")
    .select("authorId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("threadId", "=", threadId)
    .groupBy("authorId")
    .orderBy(({ fn }) => fn.max("position"), "desc")
    .limit(mostWriters)
    .execute()
  return rows.map(({ authorId }) => authorId)
}

/** How many comments somebody has written in the last minute. */
export const writtenLately = async ({ db, actor, now }: WorkspaceTx, authorId: string): Promise<number> => {
  const since = new Date(Date.parse(now) - 60_000).toISOString()
  const row = await db
    .selectFrom("comment")
    .select(({ fn }) => fn.countAll<number>().as("written"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("authorId", "=", authorId)
    .where("writtenAt", ">", since)
    .executeTakeFirstOrThrow()
  return Number(row.written)
}
