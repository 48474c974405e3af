import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { CandidateView, DecisionView, WholeCandidate } from "./contract.ts"
import { panelsOf, wasKnockedOut } from "./panel.ts"
import { mayDecideCandidates, mayEditCandidates } from "./policy.ts"
import { decideConversion, decideOngoing, decideReopen } from "./rules.ts"
import * as store from "./store.ts"

/** Candidates as one reader sees them: who was asked is told to all, what was answered to whoever may know. */
export const candidateViews = async (
  tx: WorkspaceTx,
  rows: readonly store.CandidateRow[],
): Promise<CandidateView[]> => {
  const [names, panels] = [
    await store.namesOf(
      tx,
      rows.map(({ id }) => id),
    ),
    await panelsOf(tx, rows),
  ]
  return rows.map(({ createdAt: _, updatedAt: __, ...row }) => {
    const [named, panel] = [names.get(row.id), panels.get(row.id)]
    if (!named || !panel) throw new Error("a candidate has a company, a profile and a panel")
    const { published, ...said } = named
    return {
      ...row,
      ...said,
      isYardstickOld: row.yardstick !== null && row.yardstick !== published,
      asked: panel.items.map(({ assessorId, name, state }) => ({ assessorId, name, state })),
      verdict: panel.verdict,
    }
  })
}

/** One candidate, with what was decided of it and what the caller may do. */
export const wholeCandidate = async (tx: WorkspaceTx, row: store.CandidateRow): Promise<WholeCandidate> => {
  const [view] = await candidateViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return {
    ...view,
    wasKnockedOut: await wasKnockedOut(tx, row),
    decisions: await decisionViews(tx, row.id),
    abilities: abilitiesOf(tx.actor, view),
  }
}

const abilitiesOf = (actor: WorkspaceActor, { stage, partnershipId, asked }: CandidateView) => {
  const edit = mayEditCandidates(actor)
  const standing = { stage, hasPartnership: partnershipId !== null }
  const isOpen = decideOngoing(stage)
  const isAsked = asked.some(({ assessorId }) => actor.kind === "member" && assessorId === actor.memberId)
  return {
    edit,
    move: abilityOf(edit, isOpen),
    ask: abilityOf(edit, isOpen),
    decide: abilityOf(mayDecideCandidates(actor), isOpen),
    reopen: abilityOf(edit, decideReopen(standing)),
    convert: abilityOf(edit, decideConversion(standing)),
    answer: abilityOf(isAsked || "not-asked", isOpen),
  }
}

const decisionViews = async (tx: WorkspaceTx, candidateId: Id): Promise<DecisionView[]> => {
  const rows = await store.decisionsOf(tx, candidateId)
  const [people, companies] = [
    await store.memberNames(
      tx,
      rows.map(({ decidedBy }) => decidedBy),
    ),
    await store.namesOf(
      tx,
      rows.flatMap(({ alternatives }) => alternatives),
    ),
  ]
  return rows.map(({ candidateId: _, figures, alternatives, conflicts, decidedBy, ...row }) => ({
    ...row,
    conflicts: [...conflicts],
    total: figures.total,
    isKnockedOut: figures.knockOuts > 0 || row.knockOutReason !== null,
    alternatives: alternatives.map((id) => ({ id, name: companies.get(id)?.organizationName ?? "" })),
    decidedBy: people.get(decidedBy) ?? "",
  }))
}
