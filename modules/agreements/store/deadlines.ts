import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isEndNearIn, isNoticeNearIn, renewsIn } from "../facts.ts"

type DeadlineRow = Readonly<{
  agreementId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  endsOn: PlainDate | null
  noticeOn: PlainDate | null
  lastNoticeOn: PlainDate | null
  autoRenews: boolean
}>

/** Agreements in force whose notice day or last day is near, in the order of that day, and how many there are. */
export const deadlines = async (tx: WorkspaceTx, asked: Asked, which: "notice" | "ending") => {
  const day = sql.ref(which === "notice" ? "a.noticeOn" : "a.endsOn")
  const isNear = which === "notice" ? isNoticeNearIn("a", tx.today) : isEndNearIn("a", tx.today)
  const { rows } = await sql<DeadlineRow & { found: number }>`
    select near.*, count(*) over () as found from (
      select a.id as agreement_id, a.partnership_id, p.name as partnership_name, a.title, a.ends_on, a.notice_on, a.last_notice_on, ${renewsIn("a", tx.actor.workspaceId)} as auto_renews
      from agreement a join partnership p on p.workspace_id = a.workspace_id and p.id = a.partnership_id ${ofReader(tx, asked.whose)}
      where a.workspace_id = ${tx.actor.workspaceId} and ${isNear} ${askedIn("a.id", asked)}
      order by ${day}, a.id limit ${countedUpTo}) near
    order by ${sql.ref(which === "notice" ? "noticeOn" : "endsOn")}, agreement_id limit ${asked.most}`.execute(tx.db)
  return { rows: rows.map(({ found, ...row }): DeadlineRow => row), found: rows[0]?.found ?? 0 }
}
