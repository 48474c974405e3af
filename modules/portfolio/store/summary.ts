import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { noticeWindowDays, overdueForDays } from "#rules/partnerships"

type Summary = Readonly<{
  partnerships: number
  drifting: number
  silent: number
  notScored: number
  overdue: { host: number; partner: number }
  noticeWindows: number
}>

/** The portfolio counted, in one statement. What ended or was declined needs nobody any more and is left out. */
export const summarise = async ({ db, actor, today }: WorkspaceTx): Promise<Summary> => {
  const { rows } = await sql<Summary>`
    with live as materialized (
      select id from partnership where workspace_id = ${actor.workspaceId} and stage not in ('ended', 'declined')
    ), judged as (
      select count(*) filter (where f.scored and f.drifting) as drifting,
        count(*) filter (where f.finding ->> 'silentSince' is not null) as silent,
        count(*) filter (where f.scored is not true) as not_scored, count(*) as partnerships
      from live left join drift_finding f on f.workspace_id = ${actor.workspaceId} and f.partnership_id = live.id
    ), late as (
      select count(*) filter (where owed_by = 'host') as host, count(*) filter (where owed_by = 'partner') as partner
      from occurrence where workspace_id = ${actor.workspaceId} and state in ('due', 'missed') and reported_on is null
        and due_on < ${today}::date and due_on >= ${addDays(today, -overdueForDays)}::date and partnership_id in (select id from live)
    ), notice as (
      select count(*) as noticeable from agreement
      where workspace_id = ${actor.workspaceId} and state in ('in_force', 'amended') and ends_on >= ${today}::date
        and ends_on - notice_days between ${today}::date and ${addDays(today, noticeWindowDays)}::date
        and partnership_id in (select id from live)
    )
    select judged.*, jsonb_build_object('host', late.host, 'partner', late.partner) as overdue, noticeable as notice_windows
    from judged, late, notice`.execute(db)
  return rows[0] as Summary
}
