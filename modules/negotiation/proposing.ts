import { partyOf } from "#core/actor"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { DraftRow } from "#modules/agreements"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { ClauseChange } from "#rules/agreements"
import * as events from "./events.ts"
import { decideRoom } from "./rules.ts"
import * as store from "./store.ts"

type About = Pick<store.ProposalRow, "id" | "draftId" | "partnershipId" | "change" | "privateTo">

/** What is written down of a proposal: shared once it was sent, its own side's until then. */
export const about = (tx: WorkspaceTx, { content: { title } }: DraftRow, row: About) => ({
  ...{ subjectId: row.id, partnershipId: row.partnershipId },
  visibility: row.privateTo === null ? ("shared" as const) : tx.actor.side,
  payload: { draftId: row.draftId, title, kind: row.change.kind, key: row.change.key },
})

type Proposed = Readonly<{ change: ClauseChange; word?: store.FromWord }>
type With = Readonly<{ baseNumber: number; reason: string | undefined; send: boolean }>

/** Puts changes of a version before the other side, each by itself, or keeps them as one's own side's drafts. */
export const proposeChanges = async (
  tx: WorkspaceTx,
  draft: DraftRow,
  proposed: readonly Proposed[],
  { baseNumber, reason, send }: With,
): Promise<store.ProposalRow[] | Refusal<"nothing-proposed" | "too-many-proposals">> => {
  if (proposed.length === 0) return refuse("nothing-proposed")
  const room = decideRoom(await store.countOpen(tx, draft.id), proposed.length)
  if (isRefusal(room)) return room
  const party = partyOf(tx.actor)
  const rows = await store.insertProposals(
    tx,
    proposed.map(({ change, word }) => ({
      ...{ id: newId(), partnershipId: draft.partnershipId, draftId: draft.id, partyId: party, baseNumber, change },
      ...{ reason: reason ?? null, state: send ? "open" : "draft", privateTo: send ? null : party, word },
      ...{ proposedBy: tx.actor.userId ?? null, proposedAt: send ? tx.now : null },
    })),
  )
  for (const row of rows) await tx.record(send ? events.clauseProposed : events.proposalDrafted, about(tx, draft, row))
  return rows
}
