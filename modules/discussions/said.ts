import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { ownName } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { reopen } from "./actions/threads.ts"
import { commentWritten } from "./events.ts"
import { recordComment } from "./record.ts"
import { listenersOf, type Mention } from "./rules.ts"
import * as store from "./store.ts"

type Of = Readonly<{ subject: SubjectRef; partnershipId: Id; privateTo: Id | null }>
type Said = Readonly<{ body: string; id?: Id; mentions?: readonly Mention[] }>

/** Writes down what the actor says in a thread, which begins with it where there was none, and whom it concerns. */
export const sayIn = async (
  tx: WorkspaceTx,
  of: Of,
  { body, id = newId(), mentions = [] }: Said,
): Promise<store.CommentRow> => {
  const authorId = tx.actor.userId ?? ""
  const thread = await store.lockThread(tx, of, newId())
  const writers = await store.writersIn(tx, thread.id)
  const row = await store.insertComment(tx, {
    ...{ id, threadId: thread.id, partnershipId: of.partnershipId, privateTo: of.privateTo },
    ...{ position: thread.lastPosition + 1, partyId: partyOf(tx.actor), body, mentions },
    ...{ authorId, authorName: await ownName(tx) },
  })
  await store.saveThread(tx, thread.id, { lastPosition: row.position })
  await reopen(tx, { ...thread, lastCommentAt: tx.now })
  const concerns = [...mentions.map(({ userId }) => userId), ...listenersOf(writers, mentions, authorId)]
  await recordComment(tx, commentWritten, row, of.subject, concerns)
  return row
}
