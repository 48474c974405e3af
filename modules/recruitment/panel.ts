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

/** The panels of candidates, each with no more than this reader may know. */
export const panelsOf = async (
  tx: WorkspaceTx,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<Id, Assessed>> => {
  const asked = Map.groupBy(await store.askedOf(tx, candidates), ({ candidateId }) => candidateId)
  const reader = readerOf(tx.actor)
  const mayKnow = ({ id }: Candidate): boolean =>
    maySeeAnswers(
      reader,
      (asked.get(id) ?? []).map(({ assessorId, state }) => ({ assessor: assessorId, state })),
    )
  const open = candidates.filter(mayKnow)
  const [sent, yardsticks, names] = [
    await store.sentOf(
      tx,
      open.flatMap(({ id }) => (asked.get(id) ?? []).map((row) => row.id)),
    ),
    await yardsticksOf(tx, candidates),
    await store.memberNames(
      tx,
      [...asked.values()].flat().map(({ assessorId }) => assessorId),
    ),
  ]
  const answers = Map.groupBy(sent, ({ assessmentId }) => assessmentId)
  return new Map(
    candidates.map((candidate) => {
      const criteria = yardsticks(candidate)
      const rows = asked.get(candidate.id) ?? []
      const isBlind = !mayKnow(candidate)
      const items = rows.map((row) =>
        assessmentView(row, names.get(row.assessorId) ?? "", criteria, isBlind ? [] : (answers.get(row.id) ?? [])),
      )
      const panel = { criteria, yardstick: candidate.yardstick, isBlind, items }
      return [candidate.id, { ...panel, verdict: isBlind ? null : verdictFor(items) }]
    }),
  )
}

/** What the reader was asked themselves, and has written down of it. */
export const panelOf = async (tx: WorkspaceTx, candidate: Candidate): Promise<Panel> => {
  const panel = (await panelsOf(tx, [candidate])).get(candidate.id)
  if (!panel) throw new Error("one candidate has one panel")
  const reader = readerOf(tx.actor)
  const own = (await store.askedOf(tx, [candidate])).find(({ assessorId }) => assessorId === reader)
  if (!own || reader === undefined) return { ...panel, own: null }
  return {
    ...panel,
    own: { id: own.id, state: own.state, version: own.version, draft: await store.ownDraft(tx, own.id, reader) },
  }
}

const yardsticksOf = async (tx: WorkspaceTx, candidates: readonly Candidate[]) => {
  const versions = await store.versionsOfAll(tx, [...new Set(candidates.map(({ profileId }) => profileId))])
  return ({ profileId, yardstick }: Candidate): Criterion[] =>
    versions.find((each) => each.profileId === profileId && each.number === yardstick)?.criteria ?? []
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
