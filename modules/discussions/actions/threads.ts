import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { ownName } from "#modules/workspaces"
import { action, whoeverSeesIt } from "#platform/action"
import { findSubjects } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { subjectOf, threadOf } from "../asked.ts"
import * as contract from "../contract.ts"
import { threadReopened, threadResolved } from "../events.ts"
import { threadKey } from "../place.ts"
import { mayWrite } from "../policy.ts"
import { decideResolve, excerptOf, wordsOf } from "../rules.ts"
import * as store from "../store.ts"

export const listThreads = action(contract.listThreads, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, platform }, { id }, asked) => {
    const [{ items, next }, counts] = [await store.listThreads(tx, id, asked), await store.countThreads(tx, id)]
    const refOf = ({ subjectKind, subjectId }: (typeof items)[number]) => ({ kind: subjectKind, id: subjectId })
    const subjectAt = await findSubjects(tx, platform.contributed.subjects, items.map(refOf))
    // Of a subject that is gone there is nothing to talk about any more.
    const found = items.flatMap((thread) => {
      const subject = subjectAt(refOf(thread))
      return subject ? [{ ...thread, subjectName: subject.name }] : []
    })
    return { items: found, next, counts }
  },
})

const noThread = { resolvedAt: null, resolvedBy: null }

export const recordThread = (tx: WorkspaceTx, kind: typeof threadResolved, thread: store.ThreadRow): Promise<void> =>
  tx.record(kind, {
    ...{ subjectId: thread.id, partnershipId: thread.partnershipId, visibility: thread.visibility },
    payload: { aboutKind: thread.subjectKind, aboutId: thread.subjectId },
  })

/** Opens a thread that is settled, and says whether it was. */
export const reopen = async (tx: WorkspaceTx, thread: store.ThreadRow): Promise<boolean> => {
  if (thread.resolvedAt === null) return false
  await store.saveThread(tx, thread.id, { ...noThread, lastCommentAt: thread.lastCommentAt })
  await recordThread(tx, threadReopened, thread)
  return true
}

export const resolveThread = action(contract.resolveThread, {
  load: subjectOf,
  may: mayWrite,
  act: async ({ tx, now }, subject, { position, ...asked }) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const thread = await store.lockKnownThread(tx, of)
    const decided = decideResolve(thread ?? { lastPosition: 0, removed: 0, resolvedAt: null }, position)
    if (isRefusal(decided) || !thread) return isRefusal(decided) ? decided : noThread
    if (!decided) return { resolvedAt: thread.resolvedAt, resolvedBy: thread.resolvedBy }
    const resolved = { resolvedAt: now, resolvedBy: await ownName(tx) }
    await store.saveThread(tx, thread.id, { ...resolved, lastCommentAt: thread.lastCommentAt })
    await recordThread(tx, threadResolved, thread)
    return resolved
  },
})

export const reopenThread = action(contract.reopenThread, {
  load: subjectOf,
  may: mayWrite,
  act: async ({ tx }, subject, asked) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const thread = await store.lockKnownThread(tx, of)
    if (thread) await reopen(tx, thread)
    return noThread
  },
})

export const findComments = action(contract.findComments, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, platform }, { id }, { text }) => {
    const words = wordsOf(text)
    const comments = await store.commentsSaying(tx, words, id)
    const threads = await store.threadsById(
      tx,
      comments.map(({ threadId }) => threadId),
    )
    const refOf = ({ subjectKind, subjectId }: store.ThreadRow) => ({ kind: subjectKind, id: subjectId })
    const subjectAt = await findSubjects(tx, platform.contributed.subjects, threads.map(refOf))
    const items = comments.flatMap(({ threadId, body, visibility, authorName, writtenAt, ...comment }) => {
      const thread = threads.find((each) => each.id === threadId)
      const subject = thread && subjectAt(refOf(thread))
      if (!thread || !subject) return []
      return {
        ...{ id: comment.id, thread: threadKey(thread), subjectName: subject.name, visibility, authorName, writtenAt },
        ...{ excerpt: excerptOf(body ?? "", words), resolvedAt: thread.resolvedAt },
      }
    })
    return { items }
  },
})
