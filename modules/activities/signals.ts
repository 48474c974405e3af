import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import { importedUntil, knownBy, weekOfInstant } from "#platform/weekly"
import { governanceKinds } from "./rules.ts"

/**
 * Whose people were trained: those of the only company, or of the company the act names. Where several take part and none is
 * named, it is everybody's.
 */
const companyOf = ({ actor: { workspaceId } }: WorkspaceTx) => sql`coalesce(nullif(a.party_id, a.workspace_id),
  (select c.organization_id from contact c where c.workspace_id = ${workspaceId} and c.id = a.contact_id),
  (select p.organization_id from partnership p where p.workspace_id = ${workspaceId} and p.id = a.partnership_id
    and not exists (select from partnership_party t where t.workspace_id = ${workspaceId} and t.partnership_id = p.id)))`

/**
 * Contacts, people and meetings per week. An exchange is one two-way act, or a word from each side in the same week; what one side
 * sends unanswered is no contact. People count only where names are kept.
 * Whether a week has a record of our own is counted over the lines themselves: joined with the weeks, PostgreSQL goes through
 * all lines for each week, because it knows nothing of their number.
 */
const contacts: WeeklySource = {
  gap: "zero",
  read: async (tx, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with known as (
        select a.partnership_id, a.kind, a.direction, a.import_id is null as is_ours, ${weekOfInstant("a.occurred_at", tx.actor.timeZone)} as week,
          coalesce(a.contact_id::text, lower(a.person)) as person, case when a.kind ~* 'training|certif' then ${companyOf(tx)} end as company
        from activity a
        where a.workspace_id = ${tx.actor.workspaceId} and a.partnership_id = any(${subjects}::uuid[]) and ${knownBy("a", knownAt)}
      ), weekly as (
        select partnership_id, week, bool_or(is_ours) as is_ours,
          count(*) filter (where direction = 'two_way')
            + least(count(*) filter (where direction = 'from_host'), count(*) filter (where direction = 'from_partner')) as contacts,
          count(distinct person) as people,
          count(*) filter (where kind ~* ${governanceKinds}) as meetings,
          count(*) filter (where kind ~* 'campaign|webinar') as campaigns
        from known where week <= ${lastWeek} group by partnership_id, week
      ), trainings as (
        select partnership_id, week, company, bool_or(was_ours) as is_ours, count(*) as trainings
        from (select *, bool_or(is_ours) over (partition by partnership_id, week) as was_ours from known where week <= ${lastWeek}) k
        where kind ~* 'training|certif' group by 1, 2, 3
      ), counted as (
        select partnership_id, week, is_ours, signal, null::uuid as party_id, value
        from weekly, lateral (values ('two_way_contacts', contacts), ('active_contacts', people),
          ('governance_meetings_held', meetings), ('campaigns_run', campaigns)) as kinds (signal, value)
        union all select partnership_id, week, is_ours, 'training_completions', company, trainings from trainings
      )
      select partnership_id as subject, signal, party_id, array_agg(week order by week) as weeks, array_agg(value::float8 order by week) as values,
        case when not bool_or(is_ours) then ${importedUntil("activity", "occurred_at", tx, knownAt)} end as until
      from counted where value > 0 group by partnership_id, signal, party_id`.execute(tx.db)
    ).rows,
}

export const signals: readonly WeeklySource[] = [contacts]
