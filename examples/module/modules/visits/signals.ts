import { sql } from "#platform/database"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import { weekOfDate } from "#platform/weekly"

/** Visits per week. */
const visitsMade: WeeklySource = {
  gap: "zero",
  read: async ({ db, actor }, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with weekly as (
        select v.partnership_id, ${weekOfDate("v.planned_on")} as week, count(*)::float8 as value from visit v
        where v.workspace_id = ${actor.workspaceId} and v.partnership_id = any(${subjects}::uuid[]) and v.created_at <= ${knownAt}
        group by 1, 2
      ) select partnership_id as subject, 'visits' as signal, 'both' as side, array_agg(week order by week) as weeks,
        array_agg(value order by week) as values from weekly where week <= ${lastWeek} group by partnership_id`.execute(
        db,
      )
    ).rows,
}

export const signals = [visitsMade]
