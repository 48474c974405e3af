import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { driftStanding, isDriftingIn } from "./facts.ts"

const of = (key: string) => sql`(drift_stands.drift ->> ${sql.lit(key)})`

/** How it stands, and the days between which its drift began. */
export const figures: Figures = {
  of: ["drift_finding", "drift_case"],
  join: ({ workspaceId, id }) => sql`${driftStanding(workspaceId, id, "drift_stands")}
    left join drift_finding drift_found on drift_found.workspace_id = ${workspaceId} and drift_found.partnership_id = ${id}
    left join drift_case drift_open on drift_open.workspace_id = ${workspaceId} and drift_open.partnership_id = ${id} and drift_open.state = 'open'`,
  columns: {
    drift_state: of("state"),
    is_drifting: isDriftingIn("drift_found"),
    silent_since: sql`${of("silentSince")}::date`,
    onset_on: sql`${of("onsetOn")}::date`,
    onset_low: bound("low", "onset_low"),
    onset_high: bound("high", "onset_high"),
    changed_since: sql`${of("changedSince")}::date`,
    first_side: of("firstSide"),
    drift_probability: sql`${of("probability")}::float8`,
    drift_case_id: sql`${of("caseId")}::uuid`,
  },
}

/** Of a dated drift only: a case that is too early to date holds the days between which it may be. */
function bound(which: "low" | "high", column: string) {
  return sql`case when ${of("onsetOn")} is not null then
    coalesce(${sql.ref(`drift_open.${column}`)}, (drift_found.finding -> 'onset' ->> ${sql.lit(which)})::date) end`
}
