import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { removeFilesOf } from "#modules/files"
import { ownName } from "#modules/workspaces"
import { action } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { commentEdited, commentRemoved } from "../events.ts"
import { mayEdit, mayRemove } from "../policy.ts"
import { recordComment } from "../record.ts"
import { decideEditable, decideMentions, decideRemovable, decideText } from "../rules.ts"
import * as store from "../store.ts"
import { commentView } from "../view.ts"

const lock = (tx: WorkspaceTx, { comment }: { comment: Id }) => store.lockComment(tx, comment)

/** What a comment is about. */
const aboutOf = async (tx: WorkspaceTx, { threadId }: store.CommentRow) => {
  const { subjectKind, subjectId } = await store.getThread(tx, threadId)
  return { kind: subjectKind, id: subjectId }
}

export const editComment = action(contract.editComment, {
  load: lock,
  may: mayEdit,
  act: async ({ tx, now }, before, { body, mentions: wanted }) => {
    const editable = decideEditable(before, now)
    if (isRefusal(editable)) return editable
    const text = decideText(body)
    if (isRefusal(text)) return text
    // Who was mentioned before stays mentioned, also when they have left since.
    const kept = before.mentions.filter(({ id }) => wanted.includes(id))
    const added = wanted.filter((id) => !kept.some((mention) => mention.id === id))
    const found = decideMentions(added, await store.peopleWhoSee(tx, before, added))
    if (isRefusal(found)) return found
    const mentions = [...kept, ...found]
    const row = await store.saveComment(tx, before.id, {
      body: text,
      mentions: JSON.stringify(mentions),
      editedAt: now,
    })
    // Those who were mentioned before have been told.
    const concerns = found.map(({ userId }) => userId)
    await recordComment(tx, commentEdited, row, await aboutOf(tx, row), concerns)
    return commentView(tx, row)
  },
})

export const removeComment = action(contract.removeComment, {
  load: lock,
  may: mayRemove,
  act: async ({ tx, now }, before) => {
    const removable = decideRemovable(before)
    if (isRefusal(removable)) return removable
    const removedBy = await ownName(tx)
    const row = await store.saveComment(tx, before.id, { body: null, mentions: "[]", removedAt: now, removedBy })
    await removeFilesOf(tx, { kind: "comment", id: row.id })
    await store.countRemoval(tx, row.threadId)
    await recordComment(tx, commentRemoved, row, await aboutOf(tx, row))
    return commentView(tx, row)
  },
})
