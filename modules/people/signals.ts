import { sql } from "#platform/database"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"

/** Days of the week on which a party had no executive sponsor, from the first full week after it first had one. */
const sponsorVacancy: WeeklySource = {
  gap: "last",
  tells: ["sponsor_vacant_days_host", "sponsor_vacant_days_partner"],
  read: async ({ db, actor }, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with held as (
        select partnership_id, party_id, side, min(from_on) as since,
          range_agg(daterange(from_on, case when ended_recorded_at > ${knownAt} then null else to_on end, '[]')) as days
        from role_assignment
        where workspace_id = ${actor.workspaceId} and partnership_id = any(${subjects}::uuid[])
          and role = 'executive_sponsor' and recorded_at <= ${knownAt} group by 1, 2, 3
      ), weekly as (
        select partnership_id, party_id, side, week, 7 - coalesce((select sum(upper(span) - lower(span)) from unnest(days
          * datemultirange(daterange(date '1969-12-29' + week * 7, date '1969-12-29' + week * 7 + 7))) as span), 0)::float8 as value
        from held, generate_series((since + 6 - date '1969-12-29') / 7, ${lastWeek}::integer) as week
      )
      select partnership_id as subject, 'sponsor_vacant_days_' || side as signal, party_id, array_agg(week order by week) as weeks,
        array_agg(value order by week) as values
      from weekly group by partnership_id, party_id, side`.execute(db)
    ).rows,
}

export const signals: readonly WeeklySource[] = [sponsorVacancy]
