import { isNoticeNearIn } from "#modules/agreements"
import { isOverdueIn } from "#modules/commitments"
import { isDriftingIn, isSilentIn, standingIn } from "#modules/drift"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Summary = Readonly<{
  partnerships: number
  drifting: number
  silent: number
  notScored: number
  overdue: { host: number; partner: number }
  noticeWindows: number
  hasOtherCurrencies: boolean
}>

/** The portfolio counted, in one statement. What ended or was declined needs nobody any more and is left out. */
export const summarise = async ({ db, actor, today }: WorkspaceTx): Promise<Summary> => {
  const { workspaceId } = actor
  const { rows } = await sql<Summary>`
    with live as materialized (
      select p.id, p.currency from partnership p where p.workspace_id = ${workspaceId} and ${isLiveIn("p")}
    ), judged as (
      select count(*) filter (where ${isDriftingIn("f")}) as drifting, count(*) filter (where ${isSilentIn("f")}) as silent,
        count(*) filter (where ${standingIn("f")} = 'not_scored') as not_scored, count(*) as partnerships
      from live left join drift_finding f on f.workspace_id = ${workspaceId} and f.partnership_id = live.id
    ), late as (
      select count(*) filter (where o.owed_by = 'host') as host, count(*) filter (where o.owed_by = 'partner') as partner
      from occurrence o where o.workspace_id = ${workspaceId} and ${isOverdueIn("o", today)} and o.partnership_id in (select id from live)
    ), notice as (
      select count(*) as noticeable from agreement a
      where a.workspace_id = ${workspaceId} and ${isNoticeNearIn("a", today)} and a.partnership_id in (select id from live)
    ), money as (
      select coalesce(bool_or(live.currency <> w.currency), false) as has_other_currencies
      from live join workspace w on w.id = ${workspaceId}
    )
    select judged.*, money.*, jsonb_build_object('host', late.host, 'partner', late.partner) as overdue, noticeable as notice_windows
    from judged, late, notice, money`.execute(db)
  return rows[0] as Summary
}
