import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { diligenceOf } from "#modules/diligence"
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
  const { matchGivenAt, ...diligence } = await diligenceOf(tx, row.organizationId)
  return {
    ...view,
    diligence,
    wasKnockedOut: await wasKnockedOut(tx, row),
    decisions: await decisionViews(tx, row.id),
    abilities: abilitiesOf(tx.actor, view, await metOf(tx, row.id, matchGivenAt)),
  }
}

/** What its last decision says of what a check of its company met. */
export const metOf = async (tx: WorkspaceTx, id: Id, matchGivenAt: Instant | null) => {
  const [last] = matchGivenAt === null ? [] : await store.decisionsOf(tx, id)
  return { matchGivenAt, decidedAt: last?.decidedAt ?? null, hasReason: (last?.diligenceReason ?? null) !== null }
}

const abilitiesOf = (
  actor: WorkspaceActor,
  { stage, partnershipId, asked }: CandidateView,
  met: Awaited<ReturnType<typeof metOf>>,
) => {
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
    convert: abilityOf(edit, decideConversion(standing, met)),
    answer: abilityOf(isAsked || "not-asked", isOpen),
  }
}

const thenOf = ({ missing, expired, matches }: store.DecisionRow["diligence"]): DecisionView["diligence"] =>
  missing === undefined || expired === undefined || matches === undefined ? null : { missing, expired, matches }

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
  return rows.map(({ candidateId: _, figures, alternatives, conflicts, diligence, decidedBy, ...row }) => ({
    ...row,
    diligence: thenOf(diligence),
    conflicts: [...conflicts],
    total: figures.total,
    isKnockedOut: figures.knockOuts > 0 || row.knockOutReason !== null,
    alternatives: alternatives.map((id) => ({ id, name: companies.get(id)?.organizationName ?? "" })),
    decidedBy: people.get(decidedBy) ?? "",
  }))
}
