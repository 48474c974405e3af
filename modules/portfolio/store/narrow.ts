import type { Id } from "#core/ids"
import { addDays, startOfDayIn } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { type FigureSorted, figuresSorted, type healths } from "../rules.ts"

export type PortfolioFilter = Readonly<
  {
    search?: string | undefined
    type?: PartnershipType | undefined
    stage?: Stage | undefined
    /** Ids, separated by commas. */
    only?: string | undefined
    tier?: string | undefined
    region?: string | undefined
    program?: string | undefined
    /** Tags, separated by commas: all of them. */
    tag?: string | undefined
    owner?: Id | undefined
    organization?: Id | undefined
    drifting?: "true" | "false" | undefined
    silent?: "true" | undefined
    health?: (typeof healths)[number] | undefined
    /** Words of `mayLack`, separated by commas. */
    without?: string | undefined
  } & { [K in `${FigureSorted}${"From" | "To"}`]?: string | number | undefined }
>

const own = ["type", "stage", "tier", "region", "program"] as const

/** What must hold of figures `f` of the workspace, which the query names; `named`: those whose name is like the words searched for. */
export const narrowed = ({ actor }: WorkspaceTx, filter: PortfolioFilter, named?: string) => {
  const id = sql`f.partnership_id`
  const all = [sql`true`]
  for (const key of own) if (filter[key] !== undefined) all.push(sql`f.${sql.ref(key)} = ${filter[key]}`)
  if (filter.owner !== undefined) all.push(sql`f.owner_id = ${filter.owner}`)
  if (filter.organization !== undefined) all.push(sql`f.organization_id = ${filter.organization}`)
  if (filter.only !== undefined) all.push(sql`${id} = any(${`{${filter.only}}`}::uuid[])`)
  if (named !== undefined) all.push(sql`${id} = any(${named}::uuid[])`)
  if (filter.drifting === "true") all.push(sql`f.is_drifting`)
  if (filter.drifting === "false")
    all.push(sql`(f.is_drifting is not true and f.drift_state is distinct from 'silent')`)
  if (filter.silent !== undefined) all.push(sql`f.drift_state = 'silent'`)
  if (filter.health !== undefined) all.push(sql`${healthIn("f")} = ${filter.health}`)
  const hasTag = (which: ReturnType<typeof sql>) => sql`exists (select from partnership_tag t
    where t.workspace_id = ${actor.workspaceId} and t.partnership_id = ${id} ${which})`
  for (const tag of filter.tag?.split(",").filter(Boolean) ?? []) all.push(hasTag(sql`and t.tag = ${tag}`))
  for (const key of filter.without?.split(",") ?? [])
    all.push(key === "tag" ? sql`not ${hasTag(sql``)}` : sql`f.${sql.ref(key === "owner" ? "ownerId" : key)} is null`)
  all.push(...bounds(actor.timeZone, filter))
  return sql.join(all, sql` and `)
}

/** How a partnership stands; of what was never looked at nothing is known. */
export const healthIn = (of: string) => sql<string>`coalesce(${sql.ref(`${of}.driftState`)}, 'not_scored')`

/** Days are whole days of the workspace, percent are hundredths of what is stored. */
const bounds = (timeZone: string, filter: PortfolioFilter) =>
  Object.entries(figuresSorted).flatMap(([key, { column, is }]) => {
    const given = filter as Readonly<Record<string, string | number | undefined>>
    const [from, to] = [given[`${key}From`], given[`${key}To`]]
    const ref = sql.ref(`f.${column}`)
    if (is === "instant")
      return [
        ...(from === undefined ? [] : [sql`${ref} >= ${startOfDayIn(timeZone, String(from))}`]),
        ...(to === undefined ? [] : [sql`${ref} < ${startOfDayIn(timeZone, addDays(String(to), 1))}`]),
      ]
    const as = (value: string | number) =>
      is === "day" ? sql`${value}::date` : sql`${column.endsWith("Bps") ? Number(value) * 100 : value}::float8`
    return [
      ...(from === undefined ? [] : [sql`${ref} >= ${as(from)}`]),
      ...(to === undefined ? [] : [sql`${ref} <= ${as(to)}`]),
    ]
  })
