import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isEndNearIn, isNoticeNearIn } from "../facts.ts"

type Whose = Parameters<typeof ofReader>[1]

type DeadlineRow = Readonly<{
  agreementId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  endsOn: PlainDate
  noticeOn: PlainDate | null
  autoRenews: boolean
}>

/** Agreements in force whose notice day or last day is near, in the order of that day. */
export const deadlines = async (
  tx: WorkspaceTx,
  whose: Whose,
  which: "notice" | "ending",
  limit: number,
): Promise<readonly DeadlineRow[]> => {
  const day = sql.ref(which === "notice" ? "a.noticeOn" : "a.endsOn")
  const isNear = which === "notice" ? isNoticeNearIn("a", tx.today) : isEndNearIn("a", tx.today)
  const { rows } = await sql<DeadlineRow>`
    select a.id as agreement_id, a.partnership_id, p.name as partnership_name, a.title, a.ends_on, a.notice_on, a.auto_renews
    from agreement a join partnership p on p.workspace_id = a.workspace_id and p.id = a.partnership_id ${ofReader(tx, whose)}
    where a.workspace_id = ${tx.actor.workspaceId} and ${isNear}
    order by ${day}, a.id limit ${limit}`.execute(tx.db)
  return rows
}
