import type { Id } from "#core/ids"
import { type FurtherParty, furtherParties, partnershipsNamed } from "#modules/partnerships"
import { behind, decodeCursorOf, type Page, type PageAsked, pageOf, parseSort, type Sorted } from "#platform/cursor"
import { asRead, byReading, sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import type { WorkspaceTx } from "#platform/tx"
import { figuresSorted, ownSorted } from "../rules.ts"
import { joinedToLine, type LineSaid, lineOf, said } from "./line.ts"
import { narrowed, type PortfolioFilter } from "./narrow.ts"
import { derived, holdsIn } from "./refresh.ts"

/** A line as it is read: what is said of it is text already; names, money and judgements are put beside it. */
export type Line = Readonly<{
  id: Id
  line: string
  organizationName: string
  ownerId: Id | null
  ownerName: string | null
  /** Of `revenueWindowDays`, in whole units of the partnership's currency. */
  revenue: number | null
  currency: string
}>

export type PortfolioRow = LineSaid &
  Pick<Line, "organizationName" | "revenue"> &
  Readonly<{
    owner: { id: Id; name: string } | null
    reason: string | null
    externalId: string | null
    createdAt: string
  }>

/** A partnership by itself: a line of the portfolio, and who else takes part. */
export type PartnershipRow = PortfolioRow & Readonly<{ furtherParties: readonly FurtherParty[] }>

type Stored = Line & Readonly<{ holds: boolean | null; sortedBy: string | number | null }>

type Order = Sorted & Readonly<{ of: "f" | "m"; descending: boolean }>

/** What the list goes by: a column of the figures, or the name of who looks after it; and what its values are. */
const orderOf = (sort: string): Order => {
  const { column, descending } = parseSort(sort)
  if (column === "owner") return { of: "m", by: "name", is: "text", descending }
  const kept = Object.entries({ ...figuresSorted, ...ownSorted }).find(([key]) => key === column)?.[1] ?? ownSorted.name
  return { of: "f", by: kept.column, is: kept.is, descending }
}

type Asked = PortfolioFilter & { limit: number; sort: string; after?: string | undefined }

/**
 * A page of the portfolio from the stored rows: one range of one index, whatever it is sorted by. Rows without a value come last in both
 * directions, so that where the known ones end within a page the others are a second range (upwards they are the first page's own end).
 * What does not hold today, in the first moments of a day, is read from the facts.
 */
export const listPortfolio = async (tx: WorkspaceTx, all: readonly Figures[], filter: Asked): Promise<Page<Line>> => {
  const order = orderOf(filter.sort)
  const named = filter.search === undefined ? undefined : await partnershipsNamed(tx, filter.search)
  const where = narrowed(tx, filter, named)
  const position = filter.after === undefined ? undefined : decodeCursorOf(filter.after, order)
  const most = filter.limit + 1
  const [column, id] = [columnOf(order), sql`f.partnership_id`]
  const way = sql.raw(order.descending ? "desc" : "asc")
  const further = sql.raw(order.descending ? "<" : ">")
  const range = async (which: ReturnType<typeof sql>, by: ReturnType<typeof sql>, limit: number) => {
    const { rows } = await sql<Stored>`${stored(tx, column)} and ${where} and ${which}
      order by ${by} limit ${limit}`.execute(tx.db)
    return rows
  }
  const isUnknown = position !== undefined && position[0] === null
  // The unknown end the index upwards, and begin it downwards.
  const isToItsEnd = position === undefined && !order.descending
  const beginning = isToItsEnd ? sql`true` : sql`${column} is not null`
  const behindKnown =
    position === undefined || isUnknown
      ? beginning
      : sql`(${column}, ${id}) ${further} (${position[0]}, ${position[1]}::uuid)`
  const known = isUnknown ? [] : await range(behindKnown, sql`${column} ${way}, ${id} ${way}`, most)
  const behindUnknown = isUnknown ? sql`${column} is null and ${id} > ${position[1]}::uuid` : sql`${column} is null`
  const rest = !isToItsEnd && known.length < most ? await range(behindUnknown, sql`${id}`, most - known.length) : []
  const page = pageOf([...known, ...rest], filter.limit, ({ sortedBy }) => sortedBy)
  return { items: await ofToday(tx, all, page.items), next: page.next }
}

/** Texts come in the order of their readers. */
const columnOf = ({ of, by, is }: Order): ReturnType<typeof sql> => {
  const column = sql.ref(`${of}.${by}`)
  return is === "text" ? asRead(column) : column
}

/** Lines that do not hold today are read from the facts. */
const ofToday = async (tx: WorkspaceTx, all: readonly Figures[], rows: Stored[]): Promise<Line[]> => {
  const old = rows.filter(({ holds }) => holds !== true).map(({ id }) => id)
  if (old.length === 0) return rows
  const { rows: fresh } = await sql<Line>`${fromFacts(tx, all, sql`and q.id = any(${old}::uuid[])`)}`.execute(tx.db)
  const byId = new Map(fresh.map((row) => [row.id, row]))
  return rows.flatMap((row) => byId.get(row.id) ?? (row.holds === true ? row : []))
}

type Whole = Line & Pick<PartnershipRow, "reason" | "externalId" | "createdAt" | "furtherParties">

const more = (tx: WorkspaceTx) => sql`, p.reason, p.external_id, p.created_at ${furtherParties(tx)}`

/** One partnership the actor may see, with its figures and parties. */
export const findInPortfolio = async (tx: WorkspaceTx, all: readonly Figures[], id: Id) => {
  const { rows } = await sql<Whole>`${fromFacts(tx, all, sql`and q.id = ${id}`, more(tx))}`.execute(tx.db)
  return rows[0] && wholeOf(rows[0])
}

const wholeOf = ({ line, ownerId, ownerName, currency: _, ...rest }: Whole): PartnershipRow => ({
  ...said(line),
  ...rest,
  owner: ownerOf({ ownerId, ownerName }),
})

export const ownerOf = ({ ownerId, ownerName }: Pick<Line, "ownerId" | "ownerName">) =>
  ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName }

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
    order by ${byReading("q.name")}, q.id limit ${limit + 1}`
  const { rows } =
    await sql<Whole>`${fromFacts(tx, all, page, more(tx))} order by ${byReading("p.name")}, p.id`.execute(tx.db)
  return pageOf(rows.map(wholeOf), limit, (row) => row.name)
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

/** Names beside a line: of the company and of who looks after it, which others change. */
const names = (workspaceId: Id, of: "p" | "f") => sql`
  left join organization o on o.workspace_id = ${workspaceId} and o.id = ${sql.ref(`${of}.organizationId`)}
  left join member m on m.workspace_id = ${workspaceId} and m.id = ${sql.ref(`${of}.ownerId`)}`

/** Every partnership has its row of figures; what one reads of it stands there, but for the names of others. */
const stored = ({ actor, today }: WorkspaceTx, column: ReturnType<typeof sql>) => sql`
  select f.partnership_id as id, f.line, ${holdsIn("f", today)} as holds, ${column} as sorted_by, f.revenue, f.currency,
      o.name as organization_name, m.id as owner_id, m.name as owner_name
    from partnership_figures f ${names(actor.workspaceId, "f")}
    where f.workspace_id = ${actor.workspaceId}`

/** The same from the facts: for one partnership, for who does not read what is stored, and for what does not hold today. `which` narrows partnerships `q`. */
const fromFacts = (tx: WorkspaceTx, all: readonly Figures[], which: ReturnType<typeof sql>, more = sql``) => {
  const { workspaceId } = tx.actor
  const figure = (column: string) => sql.ref(`f.${column}`)
  return sql`with p as materialized (select q.* from partnership q where q.workspace_id = ${workspaceId} ${which}),
    f as (${derived(tx, all, sql`p`)})
    select p.id, ${lineOf(workspaceId, figure)} as line, f.revenue, p.currency, coalesce(o.name, p.name) as organization_name,
      m.id as owner_id, m.name as owner_name ${more}
    from f join p on p.id = f.partnership_id ${joinedToLine(workspaceId, figure)} ${names(workspaceId, "p")}`
}
