import { sql } from "#platform/database"
import type { Standing } from "./rules.ts"

/**
 * How a partnership stands, in SQL over rows of `drift_finding` (named by the alias `of`; all null where nothing was found yet),
 * for those who show or filter by it. `facts.test.ts` holds `standingIn` to the rule `standingOf`.
 */
const column = (of: string, name: string) => sql.ref(`${of}.${name}`)
const silentSince = (of: string) => sql<string | null>`${column(of, "finding")} ->> 'silentSince'`

export const isSilentIn = (of: string) => sql<boolean>`(${silentSince(of)} is not null)`
/** Who has fallen silent is not called drifting, whatever led to it. */
export const isDriftingIn = (of: string) =>
  sql<boolean>`(coalesce(${column(of, "drifting")}, false) and ${silentSince(of)} is null)`

export const standingIn = (of: string) => sql<Standing>`case when ${isSilentIn(of)} then 'silent'
  when ${isDriftingIn(of)} then 'drifting' when ${column(of, "scored")} then 'steady' else 'not_scored' end`

/** A lateral join named `as` with the column `drift` (`DriftStanding`), for the partnership `id` of a row. */
export const driftStanding = (workspaceId: string, id: ReturnType<typeof sql>, as: string) =>
  sql`left join lateral (
    select jsonb_build_object('state', ${standingIn("f")}, 'silentSince', ${silentSince("f")},
      'onsetOn', case when w.changed_since is null then coalesce(c.onset_on, f.onset_on) end, 'changedSince', w.changed_since, 'firstSide', coalesce(c.first_side, f.first_side),
      'probability', coalesce(c.probability, case when f.scored then f.probability end), 'caseId', c.id) as drift
    from (select) one
      left join drift_finding f on f.workspace_id = ${workspaceId} and f.partnership_id = ${id}
      left join drift_case c on c.workspace_id = ${workspaceId} and c.partnership_id = ${id} and c.state = 'open'
      cross join lateral (select coalesce(c.finding, case when f.drifting then f.finding end) ->> 'changedSince' as changed_since) w) ${sql.ref(as)} on true`
