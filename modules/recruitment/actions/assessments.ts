import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { areActiveMembers } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { answersSent, assessorAsked, assessorRecused, assessorTakenBack } from "../events.ts"
import { panelOf, panelsOf } from "../panel.ts"
import { mayAssess, mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { decideAnswers, decideOngoing } from "../rules.ts"
import * as store from "../store.ts"

const get = action(contract.getPanel, {
  load: (tx, { candidate }) => store.candidates.find(tx, candidate),
  may: mayReadCandidates,
  act: ({ tx }, candidate, { round }) => panelOf(tx, candidate, round),
})

/** What is written down of assessments: who was asked, and nothing of what was answered. */
const aboutAll = async (tx: WorkspaceTx, candidateId: Id, assessorIds: readonly Id[]) => {
  const [named, people] = [await store.namesOf(tx, [candidateId]), await store.memberNames(tx, assessorIds)]
  const name = named.get(candidateId)?.organizationName ?? ""
  return assessorIds.map((assessorId) => ({
    subjectId: candidateId,
    payload: { name, assessor: people.get(assessorId) ?? "", assessorId },
  }))
}
const about = async (tx: WorkspaceTx, candidateId: Id, assessorId: Id) => {
  const [one] = await aboutAll(tx, candidateId, [assessorId])
  if (!one) throw new Error("one assessor makes one event")
  return one
}

/** The candidate's round and yardstick, as asking needs them: a first question takes the latest version, and so does a new round. */
const roundFor = async (tx: WorkspaceTx, before: store.CandidateRow, isNewRound: boolean) => {
  if (before.yardstick !== null && !isNewRound) return before
  const profile = await store.profiles.find(tx, before.profileId)
  const round = before.yardstick === null ? before.round : before.round + 1
  return store.candidates.save(tx, before.id, { round, yardstick: profile?.published ?? null })
}

const ask = action(contract.askAssessors, {
  load: (tx, { candidate }) => store.candidates.lock(tx, candidate),
  may: mayEditCandidates,
  act: async ({ tx }, before, { assessorIds, isNewRound }) => {
    const open = decideOngoing(before.stage)
    if (isRefusal(open)) return open
    if (!(await areActiveMembers(tx, assessorIds))) return refuse("assessor-not-known", { field: "assessorIds" })
    const candidate = await roundFor(tx, before, isNewRound)
    const { id: candidateId, round, yardstick } = candidate
    if (yardstick === null) throw new Error("a round has a yardstick")
    const known = (await store.assessmentsOf(tx, [candidateId])).filter((row) => row.round === round)
    const added = [...new Set(assessorIds)].filter((id) => !known.some(({ assessorId }) => assessorId === id))
    if (known.length + added.length > contract.mostAssessors) return refuse("too-many-assessors")
    const couldSee = known.length > 0 && known.every(({ state }) => state !== "asked")
    await store.insertAssessments(
      tx,
      added.map((assessorId) => ({ id: newId(), candidateId, round, yardstick, assessorId, couldSee })),
    )
    for (const event of await aboutAll(tx, candidateId, added)) await tx.record(assessorAsked, event)
    return panelOf(tx, candidate)
  },
})

/** The candidate first, and the assessment after it: whoever decides on the candidate waits for what is being sent, and the other way. */
const lockBoth = async (tx: WorkspaceTx, id: Id) => {
  const seen = await store.findAssessment(tx, id)
  if (!seen) return undefined
  const candidate = await store.candidates.lock(tx, seen.candidateId)
  const assessment = await store.lockAssessment(tx, id)
  // Of a round that is over nothing is answered any more.
  if (!candidate || !assessment || assessment.round !== candidate.round) return undefined
  return { ...assessment, candidate }
}
type Both = NonNullable<Awaited<ReturnType<typeof lockBoth>>>

const mayAnswer = (actor: WorkspaceActor, assessment: Both) => mayAssess(actor, assessment)

const takeBack = action(contract.takeBackQuestion, {
  load: (tx, { assessment }) => lockBoth(tx, assessment),
  may: mayEditCandidates,
  act: async ({ tx }, { id, state, candidate, assessorId }) => {
    if (state !== "asked") return refuse("already-answered")
    await tx.record(assessorTakenBack, await about(tx, candidate.id, assessorId))
    await store.removeAssessment(tx, id)
    return panelOf(tx, candidate)
  },
})

const decideOpen = ({ state, candidate }: Both) =>
  state === "recused" ? refuse("already-recused") : decideOngoing(candidate.stage)

const draft = action(contract.draftAnswers, {
  load: (tx, { assessment }) => lockBoth(tx, assessment),
  may: mayAnswer,
  act: async ({ tx }, both, { answers }) => {
    const open = decideOpen(both)
    if (isRefusal(open)) return open
    await store.keepDraft(tx, both.id, answers)
    return panelOf(tx, both.candidate)
  },
})

const send = action(contract.sendAnswers, {
  load: (tx, { assessment }) => lockBoth(tx, assessment),
  may: mayAnswer,
  act: async ({ tx, now }, both, { answers }) => {
    const open = decideOpen(both)
    if (isRefusal(open)) return open
    const { id, candidate, state, couldSee, assessorId } = both
    const panel = (await panelsOf(tx, [candidate])).get(candidate.id)
    const fit = decideAnswers(await store.yardstickOf(tx, candidate.profileId, candidate.yardstick), answers)
    if (isRefusal(fit)) return fit
    const number = (await store.sentOf(tx, [id])).length + 1
    // Whoever has sent theirs sees those of others, if there are any by now.
    const others = panel?.items.some((each) => each.assessorId !== assessorId && each.state === "sent") ?? false
    const afterSeeing = state === "sent" ? others || couldSee : couldSee
    await store.insertAnswers(tx, { id: newId(), assessmentId: id, number, answers, afterSeeing })
    await store.saveAssessment(tx, id, { state: "sent", settledAt: now, draft: JSON.stringify(answers) })
    await tx.record(answersSent, await about(tx, candidate.id, assessorId))
    return panelOf(tx, candidate)
  },
})

const stepAside = action(contract.recuse, {
  load: (tx, { assessment }) => lockBoth(tx, assessment),
  may: mayAnswer,
  act: async ({ tx, now }, { id, state, candidate, assessorId }, { why }) => {
    if (state === "recused") return refuse("already-recused")
    if (state === "sent") return refuse("already-answered")
    // What was written stays nobody's.
    await store.saveAssessment(tx, id, { state: "recused", recusal: why, settledAt: now, draft: "[]" })
    await tx.record(assessorRecused, await about(tx, candidate.id, assessorId))
    return panelOf(tx, candidate)
  },
})

export const assessmentActions = [get, ask, takeBack, draft, send, stepAside]
