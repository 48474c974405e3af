import type { Id } from "#core/ids"
import { addDays, type PlainDate, startOfDayIn } from "#core/time"
import { tellDiligence } from "#modules/diligence"
import { insertOrganization } from "#modules/organizations"
import { listMembers } from "#modules/workspaces"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { type Candidate, candidates, decisions, listed, type Sent, wanted } from "./demo/candidates.ts"
import { tellApplications } from "./demoApplications.ts"
import { candidateAdded, candidateDecided } from "./events.ts"
import { readyProfile } from "./ready.ts"
import { type Answer, type Criterion, type Level, levels, scoreOf, verdictOf } from "./rules.ts"
import * as store from "./store.ts"

const profiles = [
  { type: "reseller", name: "Resellers in German-speaking Europe", region: "DACH" },
  { type: "isv", name: "Software companies with a product beside ours", region: null },
  { type: "strategic_alliance", name: "Strategic alliances", region: null },
] as const

/** Whom the vendor looks at: the story is the workspace's, told with its first partnership. */
const recruiting: DemoChapter = async (tx, { owner, say, today }) => {
  if ((await store.allProfiles(tx, 1)).length > 0) return
  const members = (await listMembers(tx)).filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id }) => id)
  const made = new Map<string, Readonly<{ id: Id; name: string; criteria: Criterion[] }>>()
  for (const { type, name, region } of profiles) {
    const criteria = readyProfile(type, say)
    const { id } = await store.insertProfile(tx, newId(), { name, partnershipType: type, region, criteria })
    await store.insertVersion(tx, { id: newId(), profileId: id, number: 1, criteria })
    await store.profiles.save(tx, id, { published: 1 })
    made.set(type, { id, name, criteria })
  }
  const addedAt = startOfDayIn(tx.actor.timeZone, addDays(today, -200))
  await store.conflictList.insertAll(
    tx,
    listed.map(({ domains, why: note, ...each }) => ({
      ...{ ...each, note, id: newId(), domains: [...domains], addedBy: owner.memberId, addedAt },
    })),
  )
  for (const candidate of candidates) {
    const profile = made.get(candidate.type)
    if (!profile) continue
    const organizationId = await add(tx, candidate, profile, { ownerId: owner.memberId, members, today })
    const { name, type } = candidate
    await tellDiligence(tx, { organizationId, name, type, ownerId: owner.memberId, today, say })
  }
  await store.coverageTargets.insertAll(
    tx,
    wanted.map((target) => ({ id: newId(), ...target, setBy: owner.memberId, setAt: addedAt })),
  )
  const reseller = made.get("reseller")
  if (reseller) await tellApplications(tx, { profileId: reseller.id, ownerId: owner.memberId, today })
}

type Ground = Readonly<{ ownerId: Id; members: readonly Id[]; today: PlainDate }>
type Profile = Readonly<{ id: Id; name: string; criteria: Criterion[] }>

const add = async (tx: WorkspaceTx, candidate: Candidate, profile: Profile, ground: Ground): Promise<Id> => {
  const { name, domain, country, stage, since, sourceKind, source = null, sent = [] } = candidate
  const { ownerId, today } = ground
  const at = (days: number) => startOfDayIn(tx.actor.timeZone, addDays(today, -days))
  const organization = await insertOrganization(tx, newId(), {
    ...{ name, domains: [domain], country, regions: [], industries: [...candidate.industries] },
    capabilities: [...(candidate.capabilities ?? [])],
    ...{ languages: [], createdAt: at(candidate.foundDays), updatedAt: at(candidate.foundDays) },
  })
  const inDays = (days: number | undefined) => (days === undefined ? null : addDays(today, days))
  const { id } = await store.candidates.insert(tx, {
    ...{ id: newId(), organizationId: organization.id, profileId: profile.id, stage, sourceKind, source, ownerId },
    ...{ movedAt: at(since), createdAt: at(candidate.foundDays), updatedAt: at(since) },
    ...{ nextStep: candidate.nextStep ?? null, nextStepOn: inDays(candidate.nextInDays) },
    lookAgainOn: inDays(candidate.lookAgainInDays),
    yardstick: sent.length > 0 ? 1 : null,
  })
  const payload = { name, profile: profile.name, sourceKind, source }
  await tx.record(candidateAdded, { subjectId: id, payload, occurredAt: at(candidate.foundDays) })
  const scores = await answerAll(tx, id, sent, profile, ground)
  await decideOn(tx, id, candidate, scores, ground)
  return organization.id
}

/** Each by themselves; the last of them is still at it where the story says so. */
const answerAll = async (
  tx: WorkspaceTx,
  candidateId: Id,
  sent: readonly Sent[],
  { criteria }: Profile,
  ground: Ground,
) => {
  const scores = []
  for (const [place, { levels: given, knocksOut, days, isOpen = false }] of sent
    .slice(0, ground.members.length)
    .entries()) {
    const assessorId = ground.members[place]
    if (assessorId === undefined) continue
    const at = startOfDayIn(tx.actor.timeZone, addDays(ground.today, -days))
    const answers = answersOf(criteria, given, knocksOut)
    const about = { id: newId(), candidateId, round: 1, yardstick: 1, assessorId, askedAt: at }
    const [row] = await store.insertAssessments(tx, [
      isOpen ? about : { ...about, state: "sent" as const, settledAt: at, draft: JSON.stringify(answers) },
    ])
    if (isOpen || !row) continue
    await store.insertAnswers(tx, { id: newId(), assessmentId: row.id, number: 1, answers, afterSeeing: false })
    scores.push({ assessor: assessorId, score: scoreOf(criteria, answers) })
  }
  return scores
}

const answersOf = (criteria: readonly Criterion[], given: string, knocksOut?: string): Answer[] =>
  criteria.map(({ key }, place): Answer => {
    const said = given[place % given.length] ?? "2"
    const level: Level | null = key === knocksOut ? 0 : said === "-" ? null : (levels[Number(said)] ?? 50)
    return { criterion: key, level, confidence: said === "2" ? "low" : "medium", note: "", links: [] }
  })

type Scores = Awaited<ReturnType<typeof answerAll>>

const decideOn = async (
  tx: WorkspaceTx,
  candidateId: Id,
  { name, stage }: Candidate,
  scores: Scores,
  ground: Ground,
) => {
  const decision = decisions[name]
  if (!decision || (stage !== "approved" && stage !== "declined" && stage !== "on_hold")) return
  const { total, spread, knockOuts } = verdictOf(scores)
  const figures = { total, spread, knockOuts: knockOuts.length, yardstick: scores.length > 0 ? 1 : null }
  const { why, dissent = null } = decision
  await store.insertDecision(tx, {
    ...{ id: newId(), candidateId, outcome: stage, why, dissent, alternatives: [], figures, conflicts: [] },
    decidedBy: ground.ownerId,
    decidedAt: startOfDayIn(tx.actor.timeZone, addDays(ground.today, -decision.days)),
  })
  await tx.record(candidateDecided, { subjectId: candidateId, payload: { name, outcome: stage, why } })
}

export const demo = [recruiting]
