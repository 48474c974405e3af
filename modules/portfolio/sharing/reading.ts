import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays, type PlainDate } from "#core/time"
import { type NextEnd, nextEnd } from "#modules/agreements"
import { isOverdueIn, type PromiseCounts, promiseCounts } from "#modules/commitments"
import { type FurtherParty, furtherParties } from "#modules/partnerships"
import { byReading, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

export type SharedStanding = Readonly<{
  name: string
  nextEnd: NextEnd | null
  furtherParties: readonly FurtherParty[]
}> &
  PromiseCounts

/** What both sides see of a partnership in figures. */
export const standingOf = async (tx: WorkspaceTx, id: Id): Promise<SharedStanding | undefined> => {
  const { db, actor, today } = tx
  const of = sql.ref("p.id")
  const { rows } = await sql<SharedStanding>`
    select p.name, k.kept, k.promises, e.next_end ${furtherParties(tx)}
    from partnership p ${promiseCounts(actor, of, today, "k")} ${nextEnd(actor.workspaceId, of, today, "e")}
    where p.workspace_id = ${actor.workspaceId} and p.id = ${id}`.execute(db)
  return rows[0]
}

export type OpenPromise = Readonly<{ title: string; owedBy: Side; dueOn: PlainDate; isOverdue: boolean }>

const soonDays = 14
const mostShown = 8

/** What is overdue, the newest first, then what is due within two weeks. */
export const openPromises = async ({ db, actor, today }: WorkspaceTx, id: Id): Promise<readonly OpenPromise[]> => {
  const { rows } = await sql<OpenPromise>`
    select c.title, o.owed_by, o.due_on, ${isOverdueIn("o", today)} as is_overdue
    from occurrence o join commitment c on c.workspace_id = o.workspace_id and c.id = o.commitment_id
    where o.workspace_id = ${actor.workspaceId} and o.partnership_id = ${id}
      and (${isOverdueIn("o", today)} or (o.state in ('upcoming', 'due') and o.reported_on is null
        and o.due_on between ${today}::date and ${addDays(today, soonDays)}::date))
    order by is_overdue desc, case when o.due_on < ${today}::date then o.due_on end desc, o.due_on, ${byReading("c.title")} limit ${mostShown}`.execute(
    db,
  )
  return rows
}

/** The executive sponsors of each side now, by name. */
export const sponsorsOf = async (
  { db, actor, today }: WorkspaceTx,
  id: Id,
): Promise<Readonly<Record<Side, readonly string[]>>> => {
  const { rows } = await sql<{ side: Side; name: string }>`
    select r.side, c.name from role_assignment r
      join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
    where r.workspace_id = ${actor.workspaceId} and r.partnership_id = ${id} and r.role = 'executive_sponsor'
      and r.from_on <= ${today}::date and (r.to_on is null or r.to_on >= ${today}::date)
    order by ${byReading("c.name")}`.execute(db)
  const of = (side: Side) => rows.filter((row) => row.side === side).map(({ name }) => name)
  return { host: of("host"), partner: of("partner") }
}
