import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { type CandidateStage, type ConflictKind, type Outcome, type SourceKind, workingStages } from "../rules.ts"

export const candidates = tableOf<{ stage: CandidateStage; sourceKind: SourceKind }>()(
  "candidate",
  [
    ...(["id", "organizationId", "profileId", "stage", "movedAt", "sourceKind", "source", "ownerId"] as const),
    ...(["nextStep", "nextStepOn", "lookAgainOn", "yardstick", "round", "partnershipId"] as const),
    ...(["version", "createdAt", "updatedAt"] as const),
  ],
  { made: ["movedAt", "createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type CandidateRow = Row<typeof candidates>

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "-movedAt" | "movedAt" | "-createdAt" | "createdAt"
  stage?: CandidateStage | undefined
  profile?: Id | undefined
  owner?: Id | undefined
  organization?: Id | undefined
}>

export const listCandidates = (tx: WorkspaceTx, { stage, profile, owner, organization, ...asked }: Filter) =>
  candidates.page(tx, asked, (rows) => {
    const given = { stage, profileId: profile, ownerId: owner, organizationId: organization }
    const wanted = Object.entries(given).filter(([, value]) => value !== undefined)
    return wanted.reduce((all, [column, value]) => all.where(column as "stage", "=", value as CandidateStage), rows)
  })

/** The company is a candidate by this profile, and not yet declined nor a partner. */
export const isCandidate = async (tx: WorkspaceTx, organizationId: Id, profileId: Id): Promise<boolean> => {
  const found = await candidates
    .rows(tx)
    .where("organizationId", "=", organizationId)
    .where("profileId", "=", profileId)
    .where("stage", "<>", "declined")
    .where("partnershipId", "is", null)
    .limit(1)
    .execute()
  return found.length > 0
}

/** Candidates by a profile of which nothing was decided, or which were put on hold; those asked about most lately first. */
export const undecidedOf = (tx: WorkspaceTx, profileId: Id, most: number) =>
  candidates
    .rows(tx)
    .where("profileId", "=", profileId)
    .where("stage", "=", anyOf([...workingStages, "on_hold" as const]))
    .orderBy("yardstick", sql`desc nulls last`)
    .orderBy("movedAt", "desc")
    .orderBy("id")
    .limit(most)
    .execute()

export const hasCandidates = async (tx: WorkspaceTx, profileId: Id): Promise<boolean> =>
  (await candidates.rows(tx).where("profileId", "=", profileId).limit(1).execute()).length > 0

/** Candidates of these companies that have not become partnerships, with what each is looked at for. */
export const openCandidatesOf = async ({ db, actor }: WorkspaceTx, organizationIds: readonly Id[]) =>
  db
    .selectFrom("candidate as c")
    .innerJoin("idealProfile as p", (join) =>
      join.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.profileId"),
    )
    .select(["c.id", "c.organizationId", "p.name as profileName"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.organizationId", "=", anyOf(organizationIds))
    .where("c.partnershipId", "is", null)
    .orderBy("c.id")
    .limit(20)
    .execute()

/** What a candidate is called by: its company, its profile, who looks after it. */
export type Named = Readonly<{
  id: Id
  organizationName: string
  country: string | null
  profileName: string
  partnershipType: PartnershipType
  published: number | null
  ownerName: string | null
}>

export const namesOf = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, Named>> => {
  const { rows } = await sql<Named>`
    select c.id, o.name as organization_name, o.country, p.name as profile_name, p.partnership_type, p.published, m.name as owner_name
    from candidate c
      join organization o on o.workspace_id = c.workspace_id and o.id = c.organization_id
      join ideal_profile p on p.workspace_id = c.workspace_id and p.id = c.profile_id
      left join member m on m.workspace_id = c.workspace_id and m.id = c.owner_id
    where c.workspace_id = ${actor.workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

type Decided = {
  outcome: Outcome
  alternatives: readonly Id[]
  figures: Figures
  conflicts: readonly MetConflict[]
  diligence: Partial<DiligenceThen>
}

const decisions = tableOf<Decided>()(
  "candidateDecision",
  [
    ...(["id", "candidateId", "outcome", "why", "dissent", "knockOutReason", "lookAgainOn", "alternatives"] as const),
    ...(["figures", "conflicts", "conflictReason", "diligence", "diligenceReason", "decidedBy", "decidedAt"] as const),
  ],
  { made: ["decidedAt"] },
)
export type DecisionRow = Row<typeof decisions>

/** What a decision was taken on. */
export type Figures = Readonly<{
  total: number | null
  spread: number | null
  knockOuts: number
  yardstick: number | null
}>

/** What stood against a candidate when it was decided on. */
export type MetConflict = Readonly<{ kind: ConflictKind; name: string }>

/** How its company's due diligence stood then; of decisions of an earlier release nothing is known. */
export type DiligenceThen = Readonly<{ missing: number; expired: number; matches: number }>

type Documents = "alternatives" | "figures" | "conflicts" | "diligence"
type NewDecision = Omit<Parameters<typeof decisions.insert>[1], Documents> &
  Readonly<{
    alternatives: readonly Id[]
    figures: Figures
    conflicts: readonly MetConflict[]
    diligence?: DiligenceThen | undefined
  }>

export const insertDecision = (
  tx: WorkspaceTx,
  { alternatives, figures, conflicts, diligence = undefined, ...said }: NewDecision,
) =>
  decisions.insert(tx, {
    ...said,
    ...{ alternatives: JSON.stringify(alternatives), figures: JSON.stringify(figures) },
    ...{ conflicts: JSON.stringify(conflicts), diligence: JSON.stringify(diligence ?? {}) },
  })

/** Whether the company is a candidate by some profile beside this one. */
export const isWantedBeside = async (
  tx: WorkspaceTx,
  { id, organizationId }: Readonly<{ id: Id; organizationId: Id }>,
): Promise<boolean> => {
  const found = await candidates
    .rows(tx)
    .where("organizationId", "=", organizationId)
    .where("id", "<>", id)
    .where("stage", "<>", "declined")
    .where("partnershipId", "is", null)
    .limit(1)
    .execute()
  return found.length > 0
}

export const decisionsOf = (tx: WorkspaceTx, candidateId: Id) =>
  decisions.rows(tx).where("candidateId", "=", candidateId).orderBy("id", "desc").limit(50).execute()

export const memberNames = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
  const rows = await db
    .selectFrom("member")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Yield = Readonly<{
  sourceKind: SourceKind
  source: string | null
  candidates: number
  approved: number
  declined: number
  partnerships: number
}>

/** What became of what each source brought. */
export const yields = async ({ db, actor }: WorkspaceTx, most: number): Promise<Yield[]> => {
  const { rows } = await sql<Yield>`
    select source_kind, source, count(*)::int as candidates, (count(*) filter (where stage = 'approved'))::int as approved,
      (count(*) filter (where stage = 'declined'))::int as declined, count(partnership_id)::int as partnerships
    from candidate where workspace_id = ${actor.workspaceId}
    group by source_kind, source order by count(*) desc, source_kind, ${byReading("source")} limit ${most}`.execute(db)
  return rows
}
