import { partnershipsNamed } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { type CountedGroup, groupsOf, mostGroups, type PortfolioGroup } from "../rules.ts"
import { healthIn, narrowed, type PortfolioFilter } from "./narrow.ts"

/** By what lines are put together. */
const keyOf = (by: PortfolioGroup) => {
  if (by === "tag") return sql`t.tag`
  if (by === "health") return healthIn("f")
  return by === "owner" ? sql`f.owner_id::text` : sql.ref(`f.${by}`)
}

type Counted = CountedGroup & Readonly<{ size: number; every: number }>

/**
 * The groups of what a filter leaves, the largest where there are too many; counted from the stored figures, in one statement. A line is
 * in one group only, unless they are tags: only then are the lines themselves told apart to be counted once in all.
 */
export const groupLines = async (tx: WorkspaceTx, by: PortfolioGroup, filter: PortfolioFilter) => {
  const { workspaceId } = tx.actor
  const named = filter.search === undefined ? undefined : await partnershipsNamed(tx, filter.search)
  const isMany = by === "tag"
  const every = isMany ? sql`(select count(distinct id) from line)` : sql`(select sum(partnerships) from counted)`
  const { rows } = await sql<Counted>`
    with line as ${isMany ? sql`materialized` : sql`not materialized`} (
      select f.partnership_id as id, ${keyOf(by)} as key, f.currency, f.drift_state, f.overdue_host, f.overdue_partner, f.revenue
      from partnership_figures f
        ${isMany ? sql`left join partnership_tag t on t.workspace_id = ${workspaceId} and t.partnership_id = f.partnership_id` : sql``}
      where f.workspace_id = ${workspaceId} and ${narrowed(tx, filter, named)}
    ), counted as (
      select key, currency, count(*) as partnerships, count(*) filter (where drift_state = 'drifting') as drifting,
        count(*) filter (where drift_state = 'silent') as silent, coalesce(sum(overdue_host), 0) as overdue_host,
        coalesce(sum(overdue_partner), 0) as overdue_partner, sum(revenue) as revenue, count(revenue) as valued
      from line group by key, currency
    ), largest as (
      select key, sum(partnerships)::bigint as size from counted group by key order by size desc, key limit ${mostGroups + 1}
    )
    select c.*, m.name, l.size, ${every}::bigint as every
    from largest l join counted c on c.key is not distinct from l.key
      left join member m on ${by === "owner"} and m.workspace_id = ${workspaceId} and m.id::text = c.key
    order by l.size desc, l.key`.execute(tx.db)
  const keys = [...new Set(rows.map(({ key }) => key))]
  const shown = new Set(keys.slice(0, mostGroups))
  return {
    items: groupsOf(
      by,
      rows.filter(({ key }) => shown.has(key)),
    ),
    partnerships: rows[0]?.every ?? 0,
    isWhole: keys.length <= mostGroups,
  }
}
