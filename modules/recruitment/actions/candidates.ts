import { isRefusal, refuse } from "#core/refusal"
import { restDiligence } from "#modules/diligence"
import { lockOrganizations, organizationMeant } from "#modules/organizations"
import { isActiveMember } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import { orNull } from "#platform/table"
import * as contract from "../contract.ts"
import { candidateAdded, candidateChanged, candidateMoved } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { byStanding, decideStage } from "../rules.ts"
import * as store from "../store.ts"
import { candidateViews, wholeCandidate } from "../view.ts"

const mostSources = 200
const mostCompared = 100

const list = action(contract.listCandidates, {
  load: store.listCandidates,
  may: mayReadCandidates,
  act: async ({ tx }, { items, next }) => ({ items: await candidateViews(tx, items), next }),
})

const get = action(contract.getCandidate, {
  load: (tx, { candidate }) => store.candidates.find(tx, candidate),
  may: mayReadCandidates,
  act: ({ tx }, row) => wholeCandidate(tx, row),
})

const compare = action(contract.compareCandidates, {
  load: async (tx, { profile }) => {
    const known = await store.profiles.find(tx, profile)
    return known && (await store.undecidedOf(tx, known.id, mostCompared + 1))
  },
  may: mayReadCandidates,
  act: async ({ tx }, found) => {
    const items = await candidateViews(tx, found.slice(0, mostCompared))
    const yardsticks = new Set(items.flatMap(({ verdict, yardstick }) => (verdict?.total == null ? [] : [yardstick])))
    return {
      items: items.sort((one, other) => byStanding(one.verdict, other.verdict)),
      ...{ isMore: found.length > mostCompared, areYardsticksMixed: yardsticks.size > 1 },
    }
  },
})

const sources = action(contract.listSources, {
  load: (tx) => store.yields(tx, mostSources + 1),
  may: mayReadCandidates,
  act: async (_context, found) => ({ items: found.slice(0, mostSources), isMore: found.length > mostSources }),
})

const add = action(contract.addCandidate, {
  load: nothing,
  may: mayEditCandidates,
  act: async ({ tx, actor }, _nothing, { organizationId, newOrganization, profileId, ...details }) => {
    const profile = await store.profiles.find(tx, profileId)
    if (!profile || profile.published === null || profile.retiredAt !== null)
      return refuse("profile-not-usable", { field: "profileId" })
    const ownerId = details.ownerId ?? readerOf(actor)
    if (ownerId !== undefined && !(await isActiveMember(tx, ownerId))) return refuse("owner-not-known")
    const organization = await organizationMeant(tx, { organizationId, newOrganization })
    if (isRefusal(organization)) return organization
    // Whoever adds the same company at the same moment waits here, and then finds it.
    await lockOrganizations(tx, [organization.id])
    if (await store.isCandidate(tx, organization.id, profileId)) return refuse("already-candidate")
    const made = { id: newId(), organizationId: organization.id, profileId, ...details, ownerId }
    const row = await store.candidates.insert(tx, made)
    await restDiligence(tx, organization.id, true)
    const { sourceKind, source } = row
    const payload = { name: organization.name, profile: profile.name, sourceKind, source }
    await tx.record(candidateAdded, { subjectId: row.id, payload })
    return wholeCandidate(tx, row)
  },
})

const optional = ["source", "ownerId", "nextStep", "nextStepOn"] as const

const edit = action(contract.editCandidate, {
  load: (tx, { candidate }) => store.candidates.lock(tx, candidate),
  may: mayEditCandidates,
  act: async ({ tx }, before, { candidate, ...details }) => {
    const { ownerId } = details
    if (ownerId !== undefined && ownerId !== before.ownerId && !(await isActiveMember(tx, ownerId)))
      return refuse("owner-not-known")
    const row = await store.candidates.save(tx, candidate, orNull(details, optional))
    const changed = ([...optional, "sourceKind"] as const).filter((field) => before[field] !== row[field])
    const view = await wholeCandidate(tx, row)
    await tx.record(candidateChanged, { subjectId: candidate, payload: { name: view.organizationName, changed } })
    return view
  },
})

const move = action(contract.moveCandidate, {
  load: (tx, { candidate }) => store.candidates.lock(tx, candidate),
  may: mayEditCandidates,
  act: async ({ tx }, before, { candidate, to }) => {
    const stage = decideStage(before.stage, to)
    if (isRefusal(stage)) return stage
    if (stage === before.stage) return wholeCandidate(tx, before)
    const view = await wholeCandidate(tx, await store.candidates.save(tx, candidate, { stage, movedAt: tx.now }))
    const payload = { name: view.organizationName, from: before.stage, to: stage }
    await tx.record(candidateMoved, { subjectId: candidate, payload })
    return view
  },
})

export const candidateActions = [list, get, compare, sources, add, edit, move]
