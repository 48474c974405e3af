import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Whose = Parameters<typeof ofReader>[1]

const noticeWithinDays = 60
const endingWithinDays = 90

type DeadlineRow = Readonly<{
  agreementId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  startsOn: PlainDate
  endsOn: PlainDate
  noticeDays: number | null
  autoRenews: boolean
}>

/** Agreements in force whose notice day or last day is near, in the order of that day. */
export const deadlines = async (
  tx: WorkspaceTx,
  whose: Whose,
  which: "notice" | "ending",
  limit: number,
): Promise<readonly DeadlineRow[]> => {
  const day = which === "notice" ? sql`(a.ends_on - coalesce(a.notice_days, 0))` : sql`a.ends_on`
  const within = addDays(tx.today, which === "notice" ? noticeWithinDays : endingWithinDays)
  const { rows } = await sql<DeadlineRow>`
    select a.id as agreement_id, a.partnership_id, p.name as partnership_name, a.title, a.starts_on, a.ends_on, a.notice_days, a.auto_renews
    from agreement a join partnership p on p.workspace_id = a.workspace_id and p.id = a.partnership_id ${ofReader(tx, whose)}
    where a.workspace_id = ${tx.actor.workspaceId} and a.state = 'in_force' and ${day} between ${tx.today}::date and ${within}::date
      ${which === "notice" ? sql`and a.notice_days is not null` : sql``}
    order by ${day}, a.id limit ${limit}`.execute(tx.db)
  return rows
}
