import type { Id } from "#core/ids"
import { type FurtherParty, furtherParties, partnershipsNamed } from "#modules/partnerships"
import { behind, decodeCursorOf, type Page, type PageAsked, pageOf, parseSort, type Sorted } from "#platform/cursor"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { figuresSorted, ownSorted } from "../rules.ts"
import { columnsFrom, type FiguresOfLine, type FiguresRow, figuresOf } from "./figuresRow.ts"
import { narrowed, type PortfolioFilter } from "./narrow.ts"
import { derived } from "./refresh.ts"

type Named = Readonly<{
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
  /** The host's own: nobody else reads any. */
  tags: string[]
  owner: { id: Id; name: string } | null
}>

export type PortfolioRow = Named & FiguresOfLine

/** A partnership by itself: a line of the portfolio, and who else takes part. */
export type PartnershipRow = PortfolioRow & Readonly<{ furtherParties: readonly FurtherParty[] }>

type Stored = Named & FiguresRow & Readonly<{ asOf: string | null; sortedBy: string | number | null }>

/** What the list goes by: a column of the partnership or of its figures, and what its values are. */
const orderOf = (sort: string): Sorted & Readonly<{ of: "p" | "f" | "m"; id: string; descending: boolean }> => {
  const { column, descending } = parseSort(sort)
  if (column === "owner") return { of: "m", by: "name", is: "text", id: "p.id", descending }
  const figure = Object.entries(figuresSorted).find(([key]) => key === column)?.[1]
  if (figure) return { of: "f", by: figure.column, is: figure.is, id: "f.partnershipId", descending }
  const own = Object.entries(ownSorted).find(([key]) => key === column)?.[1] ?? ownSorted.name
  return { of: "p", by: own.column, is: own.is, id: "p.id", descending }
}

type Asked = PortfolioFilter & { limit: number; sort: string; after?: string | undefined }

/**
 * A page of the portfolio from the stored rows: one range of one index, whatever it is sorted by. Rows without a value come last in both
 * directions, so that where the known ones end within a page the others are a second range. What is not of today, in the first moments
 * of a day, is read from the facts.
 */
export const listPortfolio = async (tx: WorkspaceTx, all: readonly Figures[], filter: Asked) => {
  const order = orderOf(filter.sort)
  const named = filter.search === undefined ? undefined : await partnershipsNamed(tx, filter.search)
  const where = narrowed(tx, filter, named)
  const position = filter.after === undefined ? undefined : decodeCursorOf(filter.after, order)
  const most = filter.limit + 1
  const [column, id] = [sql.ref(`${order.of}.${order.by}`), sql.ref(order.id)]
  const way = sql.raw(order.descending ? "desc" : "asc")
  const further = sql.raw(order.descending ? "<" : ">")
  const range = async (which: ReturnType<typeof sql>, by: ReturnType<typeof sql>, limit: number) => {
    const { rows } = await sql<Stored>`${stored(tx, all, order.of, column)} where ${where} and ${which}
      order by ${by} limit ${limit}`.execute(tx.db)
    return rows
  }
  const isUnknown = position !== undefined && position[0] === null
  const behindKnown =
    position === undefined || isUnknown
      ? sql`${column} is not null`
      : sql`(${column}, ${id}) ${further} (${position[0]}, ${position[1]}::uuid)`
  const known = isUnknown ? [] : await range(behindKnown, sql`${column} ${way}, ${id} ${way}`, most)
  const canBeUnknown = !(order.of === "p" && neverUnknown.has(order.by))
  const behindUnknown = isUnknown ? sql`${column} is null and ${id} > ${position[1]}::uuid` : sql`${column} is null`
  const rest = canBeUnknown && known.length < most ? await range(behindUnknown, sql`${id}`, most - known.length) : []
  const page = pageOf([...known, ...rest], filter.limit, ({ sortedBy }) => sortedBy)
  return { items: await ofToday(tx, all, page.items), next: page.next }
}

const neverUnknown = new Set(["name", "updatedAt", "type", "stage"])

const lineOf = (row: Named & FiguresRow): PortfolioRow => {
  const { id, name, organizationId, organizationName, type, stage, region, tier, program, currency } = row
  const { startedOn, endedOn, reason, externalId, createdAt, updatedAt, version, tags, owner } = row
  return {
    ...figuresOf(row),
    id,
    name,
    organizationId,
    organizationName,
    type,
    stage,
    region,
    tier,
    program,
    currency,
    startedOn,
    endedOn,
    reason,
    externalId,
    createdAt,
    updatedAt,
    version,
    tags,
    owner,
  }
}

/** Lines whose figures are not of today are read from the facts. */
const ofToday = async (tx: WorkspaceTx, all: readonly Figures[], rows: readonly Stored[]): Promise<PortfolioRow[]> => {
  const old = rows.filter(({ asOf }) => asOf !== tx.today).map(({ id }) => id)
  if (old.length === 0) return rows.map(lineOf)
  const { rows: fresh } = await sql<
    Named & FiguresRow
  >`${fromFacts(tx, all, sql`and q.id = any(${old}::uuid[])`)}`.execute(tx.db)
  const byId = new Map(fresh.map((row) => [row.id, row]))
  return rows.map((row) => {
    const now = byId.get(row.id)
    return lineOf(now ?? row)
  })
}

/** One partnership the actor may see, with its figures and parties. */
export const findInPortfolio = async (tx: WorkspaceTx, all: readonly Figures[], id: Id) => {
  const { rows } = await sql<Named & FiguresRow & Pick<PartnershipRow, "furtherParties">>`
    ${fromFacts(tx, all, sql`and q.id = ${id}`, furtherParties(tx))}`.execute(tx.db)
  return rows[0] && withParties(rows[0])
}

const withParties = (row: Named & FiguresRow & Pick<PartnershipRow, "furtherParties">): PartnershipRow => ({
  ...lineOf(row),
  furtherParties: row.furtherParties,
})

/** A page of what the actor may see, or one of it: for partner users, whose figures are not stored. */
export const listOwn = async (
  tx: WorkspaceTx,
  all: readonly Figures[],
  { partnership, limit, after }: OwnAsked,
): Promise<Page<PartnershipRow>> => {
  const [name, id] = [sql.ref<string>("q.name"), sql.ref<Id>("q.id")]
  const page = sql`
    ${partnership === undefined ? sql`` : sql`and q.id = ${partnership}`}
    ${after === undefined ? sql`` : sql`and ${behind({ by: "name", column: name, id, descending: false, after })}`}
    order by q.name, q.id limit ${limit + 1}`
  const { rows } = await sql<Named & FiguresRow & Pick<PartnershipRow, "furtherParties">>`
    ${fromFacts(tx, all, page, furtherParties(tx))} order by p.name, p.id`.execute(tx.db)
  return pageOf(rows.map(withParties), limit, (row) => row.name)
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

const ownColumns = sql`p.id, p.name, p.organization_id, p.type, p.stage, p.region, p.tier, p.program, p.currency, p.started_on,
  p.ended_on, p.reason, p.external_id, p.created_at, p.updated_at, p.version, coalesce(o.name, p.name) as organization_name,
  case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as owner,
  array(select t.tag from partnership_tag t where t.workspace_id = p.workspace_id and t.partnership_id = p.id order by t.tag) as tags,
  a.title as agreement_title, a.auto_renews as agreement_renews`

/** Names beside a line: of the company, of who looks after it, of the agreement that `f` says ends next. */
const names = (workspaceId: Id) => sql`
  left join organization o on o.workspace_id = ${workspaceId} and o.id = p.organization_id
  left join member m on m.workspace_id = ${workspaceId} and m.id = p.owner_id
  left join agreement a on a.workspace_id = ${workspaceId} and a.id = f.agreement_id`

/** A list by figures holds what has figures, a list by names all there is. */
const stored = (
  { actor }: WorkspaceTx,
  all: readonly Figures[],
  by: "p" | "f" | "m",
  column: ReturnType<typeof sql>,
) => {
  const { workspaceId } = actor
  return sql`select ${ownColumns}, f.as_of, ${column} as sorted_by, ${columnsFrom("f", all)}
    from partnership p ${sql.raw(by === "f" ? "join" : "left join")} partnership_figures f
      on f.workspace_id = ${workspaceId} and p.workspace_id = ${workspaceId} and f.partnership_id = p.id
    ${names(workspaceId)}`
}

/** The same from the facts: for one partnership, for who does not read what is stored, and for what is not of today. `which` narrows partnerships `q`. */
const fromFacts = (tx: WorkspaceTx, all: readonly Figures[], which: ReturnType<typeof sql>, more = sql``) => {
  const { workspaceId } = tx.actor
  return sql`with p as materialized (select q.* from partnership q where q.workspace_id = ${workspaceId} ${which}),
    f as (${derived(tx, all, sql`p`)})
    select ${ownColumns}, ${columnsFrom("f", all)} ${more}
    from f join p on p.id = f.partnership_id ${names(workspaceId)}`
}
