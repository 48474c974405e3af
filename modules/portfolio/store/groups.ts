import { partnershipsNamed } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { type CountedGroup, groupsOf, mostGroups, type PortfolioGroup } from "../rules.ts"
import { healthIn, narrowed, type PortfolioFilter } from "./narrow.ts"

/** By what lines are put together, and what joins it to partnership `p`. */
const keyOf = (by: PortfolioGroup) =>
  by === "tag"
    ? sql`t.tag`
    : by === "health"
      ? healthIn("f")
      : by === "owner"
        ? sql`p.owner_id::text`
        : sql.ref(`p.${by}`)

type Counted = CountedGroup & Readonly<{ size: number; every: number }>

/** The groups of what a filter leaves, the largest where there are too many; counted from the stored figures, in one statement. */
export const groupLines = async (tx: WorkspaceTx, by: PortfolioGroup, filter: PortfolioFilter) => {
  const { workspaceId } = tx.actor
  const named = filter.search === undefined ? undefined : await partnershipsNamed(tx, filter.search)
  const { rows } = await sql<Counted>`
    with line as materialized (
      select p.id, ${keyOf(by)} as key, p.currency, f.drift_state, f.overdue_host, f.overdue_partner, f.revenue
      from partnership p left join partnership_figures f
        on f.workspace_id = ${workspaceId} and p.workspace_id = ${workspaceId} and f.partnership_id = p.id
        ${by === "tag" ? sql`left join partnership_tag t on t.workspace_id = ${workspaceId} and t.partnership_id = p.id` : sql``}
      where ${narrowed(tx, filter, named)}
    ), counted as (
      select key, currency, count(*) as partnerships, count(*) filter (where drift_state = 'drifting') as drifting,
        count(*) filter (where drift_state = 'silent') as silent, coalesce(sum(overdue_host), 0) as overdue_host,
        coalesce(sum(overdue_partner), 0) as overdue_partner, sum(revenue) as revenue, count(revenue) as valued
      from line group by key, currency
    ), largest as (
      select key, sum(partnerships)::bigint as size from counted group by key order by size desc, key limit ${mostGroups + 1}
    )
    select c.*, m.name, l.size, (select count(distinct id) from line) as every
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
