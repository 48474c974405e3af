import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { type AssessmentState, lookedAtAgain, toldAheadDays, type Wait, waits, workingStages } from "../rules.ts"

/** Who asks, as a member: Keelson itself looks after nobody. */
const self = ({ actor }: WorkspaceTx): Id | null => (actor.kind === "member" ? actor.memberId : null)

type WaitingCandidate = Readonly<{
  id: Id
  organizationName: string
  profileName: string
  waitsFor: Wait
  nextStep: string | null
  on: PlainDate | null
  ownerName: string | null
}>

/**
 * Candidates whose day to look again or whose next step has come or is near, and those that everybody has answered about; what there is of each
 * kind is one reading of an index, up to as many as are counted. Mine are those one looks after.
 */
export const waitingCandidates = async (tx: WorkspaceTx, asked: Asked) => {
  const { workspaceId } = tx.actor
  const until = addDays(tx.today, toldAheadDays)
  const ofReader = asked.whose === "mine" ? sql`and c.owner_id = ${self(tx)}` : sql``
  const working = sql`c.stage = any(${[...workingStages]}::text[])`
  const inRound = (state: AssessmentState) => sql`exists (select from assessment a
    where a.workspace_id = ${workspaceId} and a.candidate_id = c.id and a.round = c.round and a.state = ${state})`
  const hasLeft = sql`exists (select from assessment a join member m on m.workspace_id = ${workspaceId} and m.id = a.assessor_id
    where a.workspace_id = ${workspaceId} and a.candidate_id = c.id and a.round = c.round and a.state = 'asked' and m.deactivated_at is not null)`
  /** Places are those of `waits`: of what waits for several things, the first is told. */
  const part = (wait: Wait, on: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => sql`
    (select c.id, ${waits.indexOf(wait) + 1}::int as place, ${on} as "on" from candidate c
      where c.workspace_id = ${workspaceId} ${ofReader} ${askedIn("c.id", asked)} and ${where}
      order by ${on}, c.id limit ${countedUpTo})`
  const parts = sql.join(
    [
      part(
        "look_again",
        sql`c.look_again_on`,
        sql`c.stage = any(${[...lookedAtAgain]}::text[]) and c.look_again_on <= ${until}::date`,
      ),
      part("conversion", sql`null::date`, sql`c.stage = 'approved' and c.partnership_id is null`),
      part("decision", sql`null::date`, sql`${working} and ${inRound("sent")} and not ${inRound("asked")}`),
      // Two readings: either is found by an index, both in one condition were sought candidate by candidate (100 ms of 100,000).
      part("asking", sql`null::date`, sql`${working} and ${hasLeft}`),
      part(
        "asking",
        sql`null::date`,
        sql`${working} and ${inRound("recused")} and not ${inRound("sent")} and not ${inRound("asked")}`,
      ),
      part("next_step", sql`c.next_step_on`, sql`${working} and c.next_step_on <= ${until}::date`),
    ],
    sql` union all `,
  )
  const { rows } = await sql<WaitingCandidate & Readonly<{ found: number }>>`
    with waiting as (${parts}),
    once as (select distinct on (id) id, place, "on" from waiting order by id, place),
    listed as (select *, count(*) over () as found from once order by "on" nulls first, id limit ${asked.most})
    select l.id, o.name as organization_name, p.name as profile_name, (${[...waits]}::text[])[l.place] as waits_for,
      c.next_step, l."on", case when m.id = ${self(tx)} then null else m.name end as owner_name, l.found::int as found
    from listed l
      join candidate c on c.workspace_id = ${workspaceId} and c.id = l.id
      join organization o on o.workspace_id = ${workspaceId} and o.id = c.organization_id
      join ideal_profile p on p.workspace_id = ${workspaceId} and p.id = c.profile_id
      left join member m on m.workspace_id = ${workspaceId} and m.id = c.owner_id
    order by l."on" nulls first, l.id`.execute(tx.db)
  return { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 }
}

type WaitingAssessment = Readonly<{ id: Id; candidateId: Id; organizationName: string; profileName: string }>

/** What the reader was asked, of candidates that are not decided; nobody answers for them, so of all it is the same. */
export const waitingAssessments = async (tx: WorkspaceTx, asked: Asked) => {
  const { workspaceId } = tx.actor
  const { rows } = await sql<WaitingAssessment & Readonly<{ found: number }>>`
    select a.id, c.id as candidate_id, o.name as organization_name, p.name as profile_name, (count(*) over ())::int as found
    from assessment a
      join candidate c on c.workspace_id = ${workspaceId} and c.id = a.candidate_id and c.round = a.round
      join organization o on o.workspace_id = ${workspaceId} and o.id = c.organization_id
      join ideal_profile p on p.workspace_id = ${workspaceId} and p.id = c.profile_id
    where a.workspace_id = ${workspaceId} and a.assessor_id = ${self(tx)} and a.state = 'asked'
      and c.stage = any(${[...workingStages]}::text[]) ${askedIn("a.id", asked)}
    order by a.asked_at, a.id limit ${asked.most}`.execute(tx.db)
  return { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 }
}

/** Who was asked in the present round of a candidate and has not answered, with what they were asked about. */
export const askedAbout = async ({ db, actor }: WorkspaceTx, candidateId: Id) => {
  const { workspaceId } = actor
  const { rows } = await sql<{ id: Id; userId: string; company: string; profile: string }>`
    select a.id, m.user_id, o.name as company, p.name as profile
    from candidate c
      join assessment a on a.workspace_id = ${workspaceId} and a.candidate_id = c.id and a.round = c.round and a.state = 'asked'
      join member m on m.workspace_id = ${workspaceId} and m.id = a.assessor_id
      join organization o on o.workspace_id = ${workspaceId} and o.id = c.organization_id
      join ideal_profile p on p.workspace_id = ${workspaceId} and p.id = c.profile_id
    where c.workspace_id = ${workspaceId} and c.id = ${candidateId} and c.stage = any(${[...workingStages]}::text[])
    order by a.id`.execute(db)
  return rows
}

/** Of these questions those that still wait for the reader. */
export const ownAskedAmong = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly Id[]> =>
  (await waitingAssessments(tx, { whose: "mine", most: ids.length, only: ids })).rows.map(({ id }) => id)
