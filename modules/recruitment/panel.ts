import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { AssessmentView, Panel } from "./contract.ts"
import { type Criterion, countedOf, maySeeAnswers, scoreOf, verdictOf } from "./rules.ts"
import * as store from "./store.ts"

/** Who reads: a member by that id; Keelson itself was never asked. */
export const readerOf = (actor: WorkspaceActor): Id | undefined =>
  actor.kind === "member" ? actor.memberId : undefined

type Candidate = Readonly<{ id: Id; profileId: Id; yardstick: number | null; round: number }>
type Assessed = Omit<Panel, "own">

/** The panels of candidates in their present rounds, each with no more than this reader may know. */
export const panelsOf = (tx: WorkspaceTx, candidates: readonly Candidate[]): Promise<ReadonlyMap<Id, Assessed>> =>
  roundsOf(tx, candidates, ({ round }) => round)

/** One round of a candidate, with what the reader was asked themselves in the present one and has written down of it. */
export const panelOf = async (tx: WorkspaceTx, candidate: Candidate, round = candidate.round): Promise<Panel> => {
  const panel = (await roundsOf(tx, [candidate], () => round)).get(candidate.id)
  if (!panel) throw new Error("one candidate has one panel")
  const reader = readerOf(tx.actor)
  const rows = round === candidate.round ? await store.assessmentsOf(tx, [candidate.id]) : []
  const own = rows.find((row) => row.round === candidate.round && row.assessorId === reader)
  if (!own || reader === undefined) return { ...panel, own: null }
  const { id, state, version } = own
  return { ...panel, own: { id, state, version, draft: await store.ownDraft(tx, id, reader) } }
}

/** Whether somebody knocked it out in a round before the present one: beginning anew does not make that unsaid. */
export const wasKnockedOut = async (tx: WorkspaceTx, candidate: Candidate): Promise<boolean> => {
  if (candidate.round === 1) return false
  const rows = await store.assessmentsOf(tx, [candidate.id])
  if (!mayKnow(tx, candidate, rows)) return false
  const earlier = rows.filter(({ round }) => round < candidate.round)
  const items = await itemsOf(tx, await yardsticksOf(tx, [candidate]), earlier)
  return (verdictFor(earlier.flatMap(({ id }) => items.get(id) ?? []))?.knockOuts.length ?? 0) > 0
}

/** Of an earlier round one may know what one may know of the present: it could sway whoever is still answering. */
const mayKnow = ({ actor }: WorkspaceTx, { round }: Candidate, rows: readonly store.AssessmentRow[]): boolean =>
  maySeeAnswers(
    readerOf(actor),
    rows.filter((row) => row.round === round).map(({ assessorId, state }) => ({ assessor: assessorId, state })),
  )

const roundsOf = async (
  tx: WorkspaceTx,
  candidates: readonly Candidate[],
  roundOf: (candidate: Candidate) => number,
): Promise<ReadonlyMap<Id, Assessed>> => {
  const all = Map.groupBy(
    await store.assessmentsOf(
      tx,
      candidates.map(({ id }) => id),
    ),
    ({ candidateId }) => candidateId,
  )
  const shown = candidates.map((candidate) => {
    const rows = all.get(candidate.id) ?? []
    const round = roundOf(candidate)
    return { candidate, round, rows: rows.filter((row) => row.round === round), isBlind: !mayKnow(tx, candidate, rows) }
  })
  const known = shown.flatMap(({ rows, isBlind }) => (isBlind ? [] : rows))
  const blind = shown.flatMap(({ rows, isBlind }) => (isBlind ? rows : []))
  const criteriaOf = await yardsticksOf(tx, candidates)
  const items = await itemsOf(tx, criteriaOf, known, blind)
  return new Map(
    shown.map(({ candidate, round, rows, isBlind }) => {
      const yardstick = rows[0]?.yardstick ?? candidate.yardstick
      const own = rows.flatMap(({ id }) => items.get(id) ?? [])
      const said = { criteria: criteriaOf(candidate.id, yardstick), yardstick, isBlind, items: own }
      const verdict = isBlind ? null : verdictFor(own)
      return [candidate.id, { round, rounds: candidate.round, ...said, verdict }]
    }),
  )
}

/** Assessments with what was sent, and those of which the reader may know no more than that somebody was asked. */
const itemsOf = async (
  tx: WorkspaceTx,
  criteriaOf: Yardsticks,
  known: readonly store.AssessmentRow[],
  blind: readonly store.AssessmentRow[] = [],
): Promise<ReadonlyMap<Id, AssessmentView>> => {
  const sent = await store.sentOf(
    tx,
    known.map(({ id }) => id),
  )
  const names = await store.memberNames(
    tx,
    [...known, ...blind].map(({ assessorId }) => assessorId),
  )
  const answers = Map.groupBy(sent, ({ assessmentId }) => assessmentId)
  return new Map(
    [...known, ...blind].map((row) => {
      const criteria = criteriaOf(row.candidateId, row.yardstick)
      return [row.id, assessmentView(row, names.get(row.assessorId) ?? "", criteria, answers.get(row.id) ?? [])]
    }),
  )
}

/** The criteria of a version of the profile that a candidate is looked at by. */
type Yardsticks = (candidateId: Id, yardstick: number | null) => Criterion[]

const yardsticksOf = async (tx: WorkspaceTx, candidates: readonly Candidate[]): Promise<Yardsticks> => {
  const profiles = new Map(candidates.map(({ id, profileId }) => [id, profileId]))
  const versions = await store.versionsOfAll(tx, [...new Set(profiles.values())])
  return (candidateId, yardstick) =>
    versions.find(({ profileId, number }) => profileId === profiles.get(candidateId) && number === yardstick)
      ?.criteria ?? []
}

const assessmentView = (
  { id, assessorId, state, askedAt, settledAt, recusal }: store.AssessmentRow,
  name: string,
  criteria: readonly Criterion[],
  sent: readonly store.SentRow[],
): AssessmentView => {
  const counted = countedOf(sent)
  return {
    ...{ id, assessorId, name, state, askedAt, settledAt, recusal },
    sent: sent.map(({ assessmentId: _, id: __, ...row }) => ({
      ...row,
      ...scoreOf(criteria, row.answers),
      isCounted: row.number === counted?.number,
    })),
  }
}

const verdictFor = (items: readonly AssessmentView[]): Assessed["verdict"] =>
  verdictOf(
    items.flatMap(({ assessorId: assessor, sent }) => {
      const counted = sent.find(({ isCounted }) => isCounted)
      return counted ? [{ assessor, score: counted }] : []
    }),
  )
