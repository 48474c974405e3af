import { ownersOf } from "#modules/partnerships"
import { idsIn, type News, type Notice } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { commentEdited, commentRemoved, commentWritten } from "./events.ts"
import { threadKey } from "./place.ts"
import * as store from "./store.ts"

const usual = { inApp: true, mail: "instant" } as const

/** What somebody is told of a comment: who wrote it and where, never its words. Those are read where the reader's rights are asked. */
const noticeOf = async (kind: string, tx: WorkspaceTx, comment: store.CommentRow): Promise<Omit<Notice, "userId">> => {
  const thread = await store.getThread(tx, comment.threadId)
  return {
    partnershipId: comment.partnershipId,
    dedupeKey: `${kind} ${comment.id}`,
    payload: {
      commentId: comment.id,
      who: comment.authorName,
      thread: threadKey(thread),
    },
  }
}

const standing = async (tx: WorkspaceTx, id: unknown) => (await store.standingComments(tx, [String(id)]))[0]

/** Of which the comment still stands where the reader sees it, and is as this says. */
const stillThere =
  (is: (tx: WorkspaceTx, comment: store.CommentRow) => boolean): NonNullable<News["areStillThere"]> =>
  async (tx, payloads) => {
    const comments = await store.standingComments(tx, idsIn(payloads, "commentId"))
    const ids = new Set<unknown>(comments.filter((comment) => is(tx, comment)).map(({ id }) => id))
    return payloads.map(({ commentId }) => ids.has(commentId))
  }
const areStillThere = stillThere(() => true)
const place: News["place"] = ({ thread }) => `?thread=${thread}`
const endsWith = { on: [commentEdited, commentRemoved], by: "commentId" }
const isPointedTo = ({ mentions }: store.CommentRow, userId: string | undefined): boolean =>
  mentions.some((mention) => mention.userId === userId)

/** Somebody points to me. */
const mentioned: News = {
  kind: "comment_mention",
  readers: ["host", "partner"],
  usual,
  on: [commentWritten, commentEdited],
  noticeFor: async (tx, { subjectId }) => {
    const comment = await standing(tx, subjectId)
    const { userId } = tx.actor
    return comment && comment.authorId !== userId && isPointedTo(comment, userId)
      ? noticeOf("comment_mention", tx, comment)
      : undefined
  },
  areStillThere: stillThere((tx, comment) => isPointedTo(comment, tx.actor.userId)),
  endsWith,
  place,
}

/** Somebody goes on in a thread in which I have written. */
const answered: News = {
  kind: "comment_in_thread",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: commentWritten,
  noticeFor: async (tx, { subjectId }) => {
    const comment = await standing(tx, subjectId)
    const { userId } = tx.actor
    return comment && comment.authorId !== userId && !isPointedTo(comment, userId)
      ? noticeOf("comment_in_thread", tx, comment)
      : undefined
  },
  areStillThere,
  endsWith,
  place,
}

/** Something is said in a partnership that I look after. */
const inPartnership: News = {
  kind: "comment_in_partnership",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: commentWritten,
  noticesOf: async (tx, { subjectId, concerns }) => {
    const comment = await standing(tx, subjectId)
    if (!comment) return []
    const owner = (await ownersOf(tx, [comment.partnershipId])).get(comment.partnershipId)
    // Whom it concerns hears of that.
    if (owner === undefined || owner === comment.authorId || concerns?.includes(owner)) return []
    return [{ ...(await noticeOf("comment_in_partnership", tx, comment)), userId: owner }]
  },
  areStillThere,
  endsWith,
  place,
}

export const news = [mentioned, answered, inPartnership]
