import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isExpiredIn, isExpiringIn } from "../facts.ts"
import type { DiligenceKind } from "../rules.ts"

type WaitingItem = Readonly<{
  id: Id
  organizationId: Id
  organizationName: string
  kind: DiligenceKind
  waitsFor: "match" | "expired" | "review" | "expiring"
  on: PlainDate | null
  ownerName: string | null
}>

const waits = ["match", "expired", "review", "expiring"] as const

const self = ({ actor }: WorkspaceTx): Id | null => (actor.kind === "member" ? actor.memberId : null)

/** Items that wait for an act, each once by what comes first; what there is of each kind is one reading of an index, up to as many as are counted. */
export const waitingItems = async (tx: WorkspaceTx, asked: Asked) => {
  const { workspaceId } = tx.actor
  const ofReader = asked.whose === "mine" ? sql`and i.owner_id = ${self(tx)}` : sql``
  const part = (wait: (typeof waits)[number], on: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => sql`
    (select i.id, ${waits.indexOf(wait) + 1}::int as place, ${on} as "on" from diligence_item i
      where i.workspace_id = ${workspaceId} and not i.is_resting ${ofReader} ${askedIn("i.id", asked)} and ${where}
      order by ${on}, i.id limit ${countedUpTo})`
  const parts = sql.join(
    [
      part("match", sql`null::date`, sql`i.is_match_open`),
      part("expired", sql`i.valid_through`, isExpiredIn("i", tx.today)),
      part("review", sql`null::date`, sql`i.state = 'received'`),
      part("expiring", sql`i.valid_through`, isExpiringIn("i", tx.today)),
    ],
    sql` union all `,
  )
  const { rows } = await sql<WaitingItem & Readonly<{ found: number }>>`
    with waiting as (${parts}),
    once as (select distinct on (id) id, place, "on" from waiting order by id, place),
    listed as (select *, count(*) over () as found from once order by "on" nulls first, id limit ${asked.most})
    select l.id, i.organization_id, o.name as organization_name, i.kind, (${[...waits]}::text[])[l.place] as waits_for, l."on",
      case when m.id = ${self(tx)} then null else m.name end as owner_name, l.found::int as found
    from listed l
      join diligence_item i on i.workspace_id = ${workspaceId} and i.id = l.id
      join organization o on o.workspace_id = ${workspaceId} and o.id = i.organization_id
      left join member m on m.workspace_id = ${workspaceId} and m.id = i.owner_id
    order by l."on" nulls first, l.id`.execute(tx.db)
  return { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 }
}
