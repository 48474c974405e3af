import { sql } from "#platform/database"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import { knownBy } from "#platform/weekly"
import { catalogue } from "#rules/metrics"

/** Counts and amounts of the days of a week add up; shares, levels and answer times are averaged. */
const addsUp = catalogue.filter(({ kind }) => kind === "count" || kind === "amount").map(({ key }) => key)
const complete = catalogue.filter(({ completeByNature }) => completeByNature).map(({ key }) => key)

/**
 * Every measured signal, known to the catalogue or not. Of several values for one period the latest one recorded counts; a
 * period longer than a week is one observation, in the week in which it ended, because it was observed once.
 */
const measured = (gap: "zero" | "missing"): WeeklySource => ({
  gap,
  isMeasured: true,
  read: async ({ db, actor }, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with latest as (
        select distinct on (m.partnership_id, m.signal, m.party_id, m.period_start)
          m.partnership_id, m.signal, m.party_id, m.value, m.expected, m.n,
          (m.period_start + m.period_days - 1 - date '1969-12-29') / 7 as week
        from measurement m
        where m.workspace_id = ${actor.workspaceId} and m.partnership_id = any(${subjects}::uuid[]) and ${knownBy("m", knownAt)}
          and (m.signal = any(${complete}::text[])) = ${gap === "zero"}
        order by m.partnership_id, m.signal, m.party_id, m.period_start, m.recorded_at desc, m.id desc
      ), weekly as (
        select partnership_id, signal, party_id, week,
          (case when signal = any(${addsUp}::text[]) then sum(value) else avg(value) end)::float8 as value,
          (case when signal = any(${addsUp}::text[]) then sum(expected) else avg(expected) end)::float8 as expected,
          sum(n)::float8 as size
        from latest where week <= ${lastWeek} group by partnership_id, signal, party_id, week
      )
      select partnership_id as subject, signal, party_id, array_agg(week order by week) as weeks,
        array_agg(value order by week) as values,
        case when count(expected) > 0 then array_agg(expected order by week) end as expected,
        case when count(size) > 0 then array_agg(size order by week) end as sizes
      from weekly group by partnership_id, signal, party_id`.execute(db)
    ).rows,
})

export const signals: readonly WeeklySource[] = [measured("missing"), measured("zero")]
