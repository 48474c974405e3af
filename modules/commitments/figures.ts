import type { Side } from "#core/actor"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { countsOtherwiseOnIn, isOpenIn, promiseCounts } from "./facts.ts"
import { keptWindowDays } from "./rules.ts"

/** What each side kept, what is open, and what was missed before the half year that is counted. */
export const figures: Figures = {
  of: ["occurrence"],
  join: ({ actor, workspaceId, id, today }) => sql`${promiseCounts(actor, id, today, "promises_counted")}
    left join lateral (
      select count(*) filter (where ${isOlderMiss(addDays(today, -keptWindowDays))} and o.owed_by = 'host') as older_host,
        count(*) filter (where ${isOlderMiss(addDays(today, -keptWindowDays))} and o.owed_by = 'partner') as older_partner,
        min(o.due_on) filter (where ${isOpenIn("o")} and o.due_on >= ${today}::date) as next_due_on,
        min(${countsOtherwiseOnIn("o", today)}) as changes_on
      from occurrence o where o.workspace_id = ${workspaceId} and o.partnership_id = ${id}) promises_rest on true`,
  columns: {
    ...{ ...countsOf("host"), ...countsOf("partner") },
    older_host: sql`promises_rest.older_host::integer`,
    older_partner: sql`promises_rest.older_partner::integer`,
    next_due_on: sql`promises_rest.next_due_on`,
  },
  changesOn: sql`promises_rest.changes_on`,
}

function isOlderMiss(since: string) {
  return sql`o.state = 'missed' and o.due_on < ${since}::date`
}

function countsOf(side: Side) {
  const of = (column: string, key: string) =>
    sql`(promises_counted.${sql.ref(column)} -> ${sql.lit(side)} ->> ${sql.lit(key)})::integer`
  return {
    [`kept_${side}`]: of("kept", "kept"),
    [`due_${side}`]: of("kept", "due"),
    [`open_${side}`]: of("promises", "open"),
    [`overdue_${side}`]: of("promises", "overdue"),
  }
}
