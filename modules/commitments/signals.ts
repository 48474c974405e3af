import { sql } from "#platform/database"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import { countedUntilIn, isDecidedIn, isForgivenIn, isKeptInTimeIn } from "./facts.ts"

/**
 * Share of a party's promises kept in time, in the week in which the time was up. Waived and disputed ones, and those re-agreed before their
 * day, count for neither; one re-agreed after the fact is missed in the week in which its first time was up. What a clock made is known from when it was made. A party that never reported one kept or missed is unknown, not faithless: its record begins with its first report.
 */
const promisesKept: WeeklySource = {
  gap: "missing",
  tells: ["host_promises_kept", "partner_promises_kept"],
  read: async ({ db, actor }, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with known as (
        select o.partnership_id, o.party_id, o.owed_by, (${countedUntilIn("o")} - date '1969-12-29') / 7 as week,
          case when o.recorded_at <= ${knownAt} then o.state end as state,
          case when o.recorded_at <= ${knownAt} then o.missed_on end as missed_on
        from occurrence o join commitment c on c.workspace_id = o.workspace_id and c.id = o.commitment_id
        where o.workspace_id = ${actor.workspaceId} and o.partnership_id = any(${subjects}::uuid[]) and c.created_at <= ${knownAt}
          and (o.made_at is null or o.made_at <= ${knownAt})
      ), counted as (
        select *, min(week) filter (where ${isDecidedIn("known")}) over (partition by partnership_id, party_id) as since
        from known where week <= ${lastWeek} and ${isForgivenIn("known")} is not true
      ), weekly as (
        select partnership_id, party_id, owed_by, week, count(*)::float8 as size,
          (count(*) filter (where ${isKeptInTimeIn("counted")}))::float8 / count(*) as value
        from counted where week >= since group by 1, 2, 3, 4
      )
      select partnership_id as subject, owed_by || '_promises_kept' as signal, party_id, array_agg(week order by week) as weeks,
        array_agg(value order by week) as values, array_agg(size order by week) as sizes
      from weekly group by partnership_id, party_id, owed_by`.execute(db)
    ).rows,
}

export const signals: readonly WeeklySource[] = [promisesKept]
