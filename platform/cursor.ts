import type { Expression, SelectQueryBuilder, SqlBool } from "kysely"
import { sql } from "kysely"
import { instantShape, plainDateShape } from "#core/endpoint"
import { isId } from "#core/ids"
import { Problem } from "./problem.ts"
import { asRead } from "./reading-order.ts"

/** Where a page ended: the sort key's value and the id of the last row. */
type Cursor = readonly [string | number | null, string]

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url")

export const decodeCursor = (text: string, by: string): readonly [string | number, string] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    if (Array.isArray(value) && value.length === 2 && fits(value[0], by) && isKeyOfRow(value[1]))
      return [value[0], value[1]]
  } catch {
    // falls through to the problem below
  }
  throw notAPosition()
}

const isKeyOfRow = (value: unknown): value is string => typeof value === "string" && isId(value)

/** Whether a list in this order can have ended at such a value: a position of another list, or a made-up one, never reaches PostgreSQL. */
const fits = (value: unknown, by: string): value is string | number => {
  const kind = kindOf(by)
  if (kind === "position") return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 31
  if (typeof value !== "string") return false
  if (kind === "id") return isId(value)
  if (kind === "instant") return instantShape.safeParse(value).success && !value.startsWith("0000")
  if (kind === "day") return plainDateShape.safeParse(value).success
  return value.isWellFormed() && !value.includes("\u0000")
}

/** What a column holds, by its name. */
const kindOf = (by: string): "position" | "id" | "instant" | "day" | "text" => {
  const key = by.slice(by.lastIndexOf(".") + 1)
  if (key === "position" || key === "id") return key
  if (key.endsWith("At")) return "instant"
  return key.endsWith("On") || key === "periodStart" ? "day" : "text"
}

/** A column as a list goes by it: texts in the order of their readers. */
const inOrder = (by: string, column: Expression<unknown>): Expression<unknown> =>
  kindOf(by) === "text" ? asRead(column) : column

const notAPosition = (): Problem =>
  new Problem(422, "invalid-input", "This page's position is not valid. Start again from the first page.", {
    errors: [
      {
        field: "query.after",
        kind: "type",
        expected: "the next value of the page before",
        message: "Not a position in this list.",
      },
    ],
  })

/** What a column holds that a list with unknown values in it goes by. */
export type Sorted = Readonly<{ by: string; is: "number" | "text" | "day" | "instant" }>

/** The same of a list whose last rows have no value there. */
export const decodeCursorOf = (text: string, { by, is }: Sorted): Cursor => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    if (Array.isArray(value) && value.length === 2 && isKeyOfRow(value[1])) {
      const [key, id] = value as [unknown, string]
      if (key === null) return [null, id]
      if (is === "number" ? typeof key === "number" : typeof key === "string" && fits(key, nameFor[is] ?? by))
        return [key as string | number, id]
    }
  } catch {
    // falls through to the problem below
  }
  throw notAPosition()
}

/** A name that says what its values are. */
const nameFor: Readonly<Record<string, string>> = { day: "dayOn", instant: "momentAt", text: "name" }

/** "-name" is name, descending. */
export const parseSort = (sort: string): { column: string; descending: boolean } =>
  sort.startsWith("-") ? { column: sort.slice(1), descending: true } : { column: sort, descending: false }

/**
 * The keyset condition for rows behind `after` in the order (column, id). A row comparison is one range on an index
 * (workspace_id, column, id), of a text one in the order of reading, so page 1,000 costs what page 1 costs. `column` must not be null.
 */
export const behind = ({
  by,
  column,
  id,
  descending,
  after,
}: {
  /** The column's name, which says what its values are. */
  by: string
  column: Expression<unknown>
  id: Expression<unknown>
  descending: boolean
  after: string
}): Expression<SqlBool> => {
  const [key, last] = decodeCursor(after, by)
  return sql<SqlBool>`(${inOrder(by, column)}, ${id}) ${sql.raw(descending ? "<" : ">")} (${key}, ${last}::uuid)`
}

/** How much of a list is wanted, and behind which row. */
export type PageAsked = Readonly<{ limit: number; after?: string | undefined }>
export type Page<Row> = Readonly<{ items: Row[]; next: string | null }>

/** A page from up to `limit + 1` rows: the rows, and where the next page begins. */
export const pageOf = <Row extends { id: string }>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string | number | null,
): Page<Row> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor([keyOf(last), last.id]) : null }
}

/** One page of a query in the order (by, id), both named as in the query ("occurrence.dueOn"); `by` is read by its last name. */
export const pageIn = async <Db, T extends keyof Db, Row extends { id: string }>(
  query: SelectQueryBuilder<Db, T, Row>,
  { by, id, descending, limit, after }: PageAsked & { by: string; id: string; descending: boolean },
): Promise<Page<Row>> => {
  const [column, last] = [sql.ref(by), sql.ref(id)]
  const direction = descending ? "desc" : "asc"
  const rest = after === undefined ? query : query.where(behind({ by, column, id: last, descending, after }))
  const rows = await rest
    .orderBy(inOrder(by, column), direction)
    .orderBy(last, direction)
    .limit(limit + 1)
    .execute()
  const key = by.slice(by.lastIndexOf(".") + 1)
  return pageOf(rows, limit, (row) => (row as Record<string, unknown>)[key] as string | number)
}
