import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { lastActivity } from "#modules/activities"
import { type NextEnd, nextEnd } from "#modules/agreements"
import { type PromiseCounts, promiseCounts } from "#modules/commitments"
import { type DriftStanding, driftStanding, isDriftingIn, isSilentIn } from "#modules/drift"
import { measuredSum } from "#modules/measurements"
import { type FurtherParty, furtherParties, partnershipsNamed } from "#modules/partnerships"
import { behind, type Page, type PageAsked, pageOf, parseSort } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { revenueWindowDays } from "../rules.ts"

export type PortfolioFilter = Readonly<{
  search?: string | undefined
  type?: PartnershipType | undefined
  stage?: Stage | undefined
  owner?: Id | undefined
  organization?: Id | undefined
  drifting?: "true" | "false" | undefined
  silent?: "true" | undefined
}>

export type PortfolioRow = Readonly<{
  id: Id
  name: string
  organizationId: Id
  organizationName: string
  type: PartnershipType
  stage: Stage
  region: string | null
  tier: string | null
  program: string | null
  currency: string
  startedOn: string | null
  endedOn: string | null
  reason: string | null
  externalId: string | null
  createdAt: string
  updatedAt: string
  version: number
  owner: { id: Id; name: string } | null
  drift: DriftStanding
  nextEnd: NextEnd | null
  lastActivityAt: string | null
  /** Of `revenueWindowDays`, in whole units of the partnership's currency. */
  revenue: number | null
}> &
  PromiseCounts

/** A partnership by itself: a line of the portfolio, and who else takes part. */
export type PartnershipRow = PortfolioRow & Readonly<{ furtherParties: readonly FurtherParty[] }>

/** A page of the portfolio, one statement whatever is shown: the page's rows first, their figures beside them. */
export const listPortfolio = async (
  tx: WorkspaceTx,
  filter: PortfolioFilter & { limit: number; sort: string; after?: string | undefined },
) => {
  const { column, descending } = parseSort(filter.sort)
  const key = column === "name" ? "name" : "updatedAt"
  const { after } = filter
  let page = pick(tx, filter, filter.search === undefined ? undefined : await partnershipsNamed(tx, filter.search))
  if (after !== undefined)
    page = page.where(({ ref }) => behind({ by: key, column: ref(`p.${key}`), id: ref("p.id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  page = page
    .orderBy(`p.${key}`, direction)
    .orderBy("p.id", direction)
    .limit(filter.limit + 1)
  const order = sql`p.${sql.ref(key)} ${sql.raw(direction)}, p.id ${sql.raw(direction)}`
  const { rows } = await sql<PortfolioRow>`${withFigures(tx, page)} order by ${order}`.execute(tx.db)
  return pageOf(rows, filter.limit, (row) => row[key])
}

/** One partnership the actor may see, with its figures and parties. */
export const findInPortfolio = async (tx: WorkspaceTx, id: Id) => {
  const one = pick(tx, {}).where("p.id", "=", id)
  const { rows } = await sql<PartnershipRow>`${withFigures(tx, one, furtherParties(tx))}`.execute(tx.db)
  return rows[0]
}

/** A page of what the actor may see, or one of it: for partner users. */
export const listOwn = async (
  tx: WorkspaceTx,
  { partnership, limit, after }: OwnAsked,
): Promise<Page<PartnershipRow>> => {
  let own = pick(tx, {})
  if (partnership !== undefined) own = own.where("p.id", "=", partnership)
  if (after !== undefined)
    own = own.where(({ ref }) =>
      behind({ by: "name", column: ref("p.name"), id: ref("p.id"), descending: false, after }),
    )
  const page = own
    .orderBy("p.name")
    .orderBy("p.id")
    .limit(limit + 1)
  const shown = withFigures(tx, page, furtherParties(tx))
  const { rows } = await sql<PartnershipRow>`${shown} order by p.name, p.id`.execute(tx.db)
  return pageOf(rows, limit, ({ name }) => name)
}

export type OwnAsked = PageAsked & Readonly<{ partnership?: Id | undefined }>

export const countOwn = async ({ db, actor }: WorkspaceTx): Promise<number> => {
  const row = await db
    .selectFrom("partnership")
    .select(({ fn }) => fn.countAll<number>().as("partnerships"))
    .where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirstOrThrow()
  return row.partnerships
}

const isSilent = isSilentIn("f")
const isDrifting = isDriftingIn("f")

const found = (condition: ReturnType<typeof sql>) =>
  sql`(select from drift_finding f where f.workspace_id = p.workspace_id and f.partnership_id = p.id and (${condition}))`

/** `named`: those whose name is like the words searched for. */
const pick = ({ db, actor }: WorkspaceTx, filter: PortfolioFilter, named?: string) => {
  let query = db.selectFrom("partnership as p").selectAll("p").where("p.workspaceId", "=", actor.workspaceId)
  if (filter.type !== undefined) query = query.where("p.type", "=", filter.type)
  if (filter.stage !== undefined) query = query.where("p.stage", "=", filter.stage)
  if (filter.owner !== undefined) query = query.where("p.ownerId", "=", filter.owner)
  if (filter.organization !== undefined) query = query.where("p.organizationId", "=", filter.organization)
  if (named !== undefined) query = query.where(sql<boolean>`p.id = any(${named}::uuid[])`)
  if (filter.drifting !== undefined)
    query = query.where(({ exists, not }) =>
      filter.drifting === "true" ? exists(found(isDrifting)) : not(exists(found(sql`${isDrifting} or ${isSilent}`))),
    )
  if (filter.silent !== undefined) query = query.where(({ exists }) => exists(found(isSilent)))
  return query
}

/**
 * What a line shows, beside the chosen partnerships; every join runs once per line of the page. Written out, because a query
 * builder takes longer over so many joins than PostgreSQL over one partnership.
 */
const withFigures = ({ actor, today }: WorkspaceTx, page: ReturnType<typeof pick>, more = sql``) => {
  const { workspaceId } = actor
  const id = sql.ref("p.id")
  return sql`with p as (${page})
    select p.id, p.name, p.organization_id, p.type, p.stage, p.region, p.tier, p.program, p.currency, p.started_on,
      p.ended_on, p.reason, p.external_id, p.created_at, p.updated_at, p.version, k.kept, k.promises, e.next_end, l.last_activity_at,
      d.drift, ${measuredSum(workspaceId, id, "revenue", addDays(today, -revenueWindowDays))} as revenue,
      coalesce(o.name, p.name) as organization_name,
      case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as owner
      ${more}
    from p
    left join organization o on o.workspace_id = ${workspaceId} and o.id = p.organization_id
    left join member m on m.workspace_id = ${workspaceId} and m.id = p.owner_id
    ${driftStanding(workspaceId, id, "d")}
    ${promiseCounts(actor, id, today, "k")}
    ${nextEnd(workspaceId, id, today, "e")}
    ${lastActivity(workspaceId, id, "l")}`
}
