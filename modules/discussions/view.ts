import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Instant } from "#core/time"
import { filesOf } from "#modules/files"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { CommentView } from "./contract.ts"
import { mayEdit, mayRemove } from "./policy.ts"
import { decideEditable, decideRemovable } from "./rules.ts"
import type * as store from "./store.ts"

const abilitiesOf = (actor: WorkspaceActor, row: store.CommentRow, now: Instant): CommentView["abilities"] => ({
  edit: abilityOf(mayEdit(actor, row), decideEditable(row, now)),
  remove: abilityOf(mayRemove(actor, row), decideRemovable(row)),
})

/** Comments of one partnership, as the actor sees them: whose they are by name, never by account. */
export const commentViews = async (tx: WorkspaceTx, rows: readonly store.CommentRow[]): Promise<CommentView[]> => {
  const nameOf = await companyNames(
    tx,
    rows.map(({ partnershipId }) => partnershipId),
  )
  const filesAt = await filesOf(
    tx,
    "comment",
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { threadId: _thread, privateTo: _party, partnershipId, authorId, mentions, ...shown } = row
    return {
      ...shown,
      partyName: nameOf(partnershipId, row.partyId),
      isOwn: authorId === tx.actor.userId,
      files: filesAt(row.id),
      mentions: mentions.map(({ id, name }) => ({ id, name })),
      abilities: abilitiesOf(tx.actor, row, tx.now),
    }
  })
}

export const commentView = async (tx: WorkspaceTx, row: store.CommentRow): Promise<CommentView> => {
  const [view] = await commentViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
