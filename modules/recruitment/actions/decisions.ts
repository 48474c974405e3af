import { isRefusal, refuse } from "#core/refusal"
import { diligenceOf, restDiligence } from "#modules/diligence"
import { wholeOrganizations } from "#modules/organizations"
import { insertPartnership, partnershipRecorded } from "#modules/partnerships"
import { findWorkspace, isActiveMember } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { conflictsMet } from "../conflicts.ts"
import * as contract from "../contract.ts"
import { candidateConverted, candidateDecided, candidateReopened } from "../events.ts"
import { readerOf, wasKnockedOut } from "../panel.ts"
import { mayDecideCandidates, mayEditCandidates } from "../policy.ts"
import { decideConversion, decideLookAgain, decideOutcome, decideReopen, isSerious } from "../rules.ts"
import * as store from "../store.ts"
import { candidateViews, metOf, wholeCandidate } from "../view.ts"

const lockCandidate = (tx: WorkspaceTx, { candidate }: Readonly<{ candidate: string }>) =>
  store.candidates.lock(tx, candidate)

const decide = action(contract.decideCandidate, {
  load: lockCandidate,
  may: mayDecideCandidates,
  act: async ({ tx, actor, now, today }, before, { candidate, outcome, alternatives, lookAgainOn, ...said }) => {
    const [view] = await candidateViews(tx, [before])
    const decidedBy = readerOf(actor)
    if (!view || decidedBy === undefined) throw new Error("a person decides on a candidate that is there")
    const { verdict, asked, organizationName: name, yardstick } = view
    const isAssessed = asked.every(({ state }) => state !== "asked")
    const knockOuts = verdict?.knockOuts.length ?? 0
    const isKnockedOut = knockOuts > 0 || (await wasKnockedOut(tx, before))
    const { organizationId, id } = before
    const [company] = await wholeOrganizations(tx, [organizationId])
    if (!company) throw new Error("a candidate has a company")
    const met = await conflictsMet(tx, company, id)
    const isConflicted = met.some(({ kind }) => isSerious(kind))
    const { missing, expired, matches } = await diligenceOf(tx, organizationId)
    const isMatchOpen = matches > 0
    const standing = { stage: before.stage, isAssessed, isKnockedOut, isConflicted, isMatchOpen }
    const decided = decideOutcome({ ...standing, outcome, lookAgainOn, ...said })
    if (isRefusal(decided)) return decided
    const ahead = lookAgainOn === undefined ? true : decideLookAgain(lookAgainOn, today)
    if (isRefusal(ahead)) return ahead
    if ((await store.namesOf(tx, alternatives)).size < new Set(alternatives).size)
      return refuse("alternative-not-known")
    const figures = { total: verdict?.total ?? null, spread: verdict?.spread ?? null, knockOuts, yardstick }
    const conflicts = met.map(({ kind, name: of }) => ({ kind, name: of }))
    const taken = {
      id: newId(),
      candidateId: candidate,
      outcome,
      lookAgainOn,
      alternatives,
      figures,
      conflicts,
      diligence: { missing, expired, matches },
      decidedBy,
    }
    await store.insertDecision(tx, { ...taken, ...said })
    const change = { stage: outcome, movedAt: now, lookAgainOn: lookAgainOn ?? null }
    const row = await store.candidates.save(tx, candidate, change)
    await restDiligence(tx, organizationId, outcome !== "declined" || (await store.isWantedBeside(tx, before)))
    await tx.record(candidateDecided, { subjectId: candidate, payload: { name, outcome, why: said.why } })
    return wholeCandidate(tx, row)
  },
})

const reopen = action(contract.reopenCandidate, {
  load: lockCandidate,
  may: mayEditCandidates,
  act: async ({ tx, now }, { stage: from, partnershipId }, { candidate, why }) => {
    const stage = decideReopen({ stage: from, hasPartnership: partnershipId !== null })
    if (isRefusal(stage)) return stage
    const row = await store.candidates.save(tx, candidate, { stage, movedAt: now, lookAgainOn: null })
    await restDiligence(tx, row.organizationId, true)
    const view = await wholeCandidate(tx, row)
    await tx.record(candidateReopened, { subjectId: candidate, payload: { name: view.organizationName, from, why } })
    return view
  },
})

/** The partnership begins where the candidate's work ended: negotiating, with the same person looking after it, if they are still here. */
const convert = action(contract.convertCandidate, {
  load: lockCandidate,
  may: mayEditCandidates,
  act: async ({ tx }, before, { candidate }) => {
    const standing = { stage: before.stage, hasPartnership: before.partnershipId !== null }
    const { matchGivenAt } = await diligenceOf(tx, before.organizationId)
    const allowed = decideConversion(standing, await metOf(tx, candidate, matchGivenAt))
    if (isRefusal(allowed)) return allowed
    const named = (await store.namesOf(tx, [candidate])).get(candidate)
    if (!named) throw new Error("a candidate has a company and a profile")
    const { organizationName: name, partnershipType: type } = named
    const [id, { ownerId }] = [newId(), before]
    const keeps = ownerId !== null && (await isActiveMember(tx, ownerId)) ? { ownerId } : {}
    const currency = (await findWorkspace(tx))?.currency ?? "EUR"
    const made = { id, organizationId: before.organizationId, name, type, stage: "negotiating", currency } as const
    await insertPartnership(tx, { ...made, ...keeps })
    const payload = { name, type, stage: made.stage }
    await tx.record(partnershipRecorded, { subjectId: id, partnershipId: id, payload })
    const row = await store.candidates.save(tx, candidate, { partnershipId: id })
    await tx.record(candidateConverted, { subjectId: candidate, partnershipId: id, payload: { name } })
    return wholeCandidate(tx, row)
  },
})

export const decisionActions = [decide, reopen, convert]
