import { sql } from "#platform/database"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import { importedUntil, knownBy, weekOfInstant } from "#platform/weekly"
import { governanceKinds } from "./rules.ts"

/**
 * Contacts, people and meetings per week. An exchange is one two-way act, or a word from each side in the same week; what one side
 * sends unanswered is no contact. People count only where names are kept.
 */
const contacts: WeeklySource = {
  gap: "zero",
  read: async (tx, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with known as (
        select a.partnership_id, a.kind, a.direction, a.import_id is null as is_ours, ${weekOfInstant("a.occurred_at", tx.actor.timeZone)} as week,
          coalesce(a.contact_id::text, lower(a.person)) as person
        from activity a
        where a.workspace_id = ${tx.actor.workspaceId} and a.partnership_id = any(${subjects}::uuid[]) and ${knownBy("a", knownAt)}
      ), weekly as (
        select partnership_id, week, bool_or(is_ours) as is_ours,
          count(*) filter (where direction = 'two_way')
            + least(count(*) filter (where direction = 'from_host'), count(*) filter (where direction = 'from_partner')) as contacts,
          count(distinct person) as people,
          count(*) filter (where kind ~* ${governanceKinds}) as meetings,
          count(*) filter (where kind ~* 'training|certif') as trainings,
          count(*) filter (where kind ~* 'campaign|webinar') as campaigns
        from known where week <= ${lastWeek} group by partnership_id, week
      )
      select partnership_id as subject, signal, side, array_agg(week order by week) as weeks, array_agg(value::float8 order by week) as values,
        case when not bool_or(is_ours) then ${importedUntil("activity", "occurred_at", tx, knownAt)} end as until
      from weekly, lateral (values ('two_way_contacts', 'both', contacts), ('active_contacts', 'both', people),
        ('governance_meetings_held', 'both', meetings), ('training_completions', 'partner', trainings),
        ('campaigns_run', 'both', campaigns)) as kinds (signal, side, value)
      where value > 0 group by partnership_id, signal, side`.execute(tx.db)
    ).rows,
}

export const signals: readonly WeeklySource[] = [contacts]
