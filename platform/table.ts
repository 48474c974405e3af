import type { Insertable, Selectable, SelectQueryBuilder, Updateable } from "kysely"
import type { Id } from "#core/ids"
import { type Page, type PageAsked, pageIn, parseSort } from "./cursor.ts"
import type { DB } from "./database.ts"
import type { WorkspaceTx } from "./tx.ts"

export { writeRows } from "./write-rows.ts"

/** Tables whose rows belong to a workspace and have an id of their own. */
type Named = { [T in keyof DB]: DB[T] extends { workspaceId: unknown; id: unknown } ? T : never }[keyof DB]

/** Columns as the table's check constraints hold them: to closed lists instead of any text. */
type Held<Row, Closed> = { [K in keyof Row]: K extends keyof Closed ? Closed[K] | Extract<Row[K], undefined> : Row[K] }

type RowOf<T extends Named, C, Closed> = Held<Pick<Selectable<DB[T]>, C & keyof Selectable<DB[T]>>, Closed>
/** The same for what is written: a document is written as text, so that only words are held. */
type HeldWords<Values, Closed> = Held<
  Values,
  { [K in keyof Closed as Closed[K] extends string | null ? K : never]: Closed[K] }
>

/** What may be left out may be undefined too: the column then keeps its default, or what it was. */
type Given<Values> = { [K in keyof Values]: object extends Pick<Values, K> ? Values[K] | undefined : Values[K] }
type New<T extends Named, Closed, Made> = Given<
  Omit<HeldWords<Insertable<DB[T]>, Closed>, "workspaceId" | (Made & string)> &
    Partial<Pick<Insertable<DB[T]>, Made & keyof Insertable<DB[T]>>>
>
type Change<T extends Named, Closed> = Given<
  Omit<HeldWords<Updateable<DB[T]>, Closed>, "workspaceId" | "id" | "version">
>
type Rows<T extends Named, Row> = SelectQueryBuilder<DB, T, Row>

/** A list goes by a column that is never null. */
type Sortable<Row> = { [K in keyof Row]: null extends Row[K] ? never : K }[keyof Row] & string

/** Rows of one table as one module reads and writes them: of the transaction's workspace, and with these columns. */
type Table<T extends Named, Row, Made, Changed> = Readonly<{
  /** `select <columns> from <table> where workspace_id = ...`; what else must hold, the order and the limit are said by the caller. */
  rows(tx: WorkspaceTx): Rows<T, Row>
  find(tx: WorkspaceTx, id: Id): Promise<Row | undefined>
  /** `find`, and until the transaction ends nobody else changes the row. */
  lock(tx: WorkspaceTx, id: Id): Promise<Row | undefined>
  insert(tx: WorkspaceTx, made: Made): Promise<Row>
  /** Many in one statement. */
  insertAll(tx: WorkspaceTx, made: readonly Made[]): Promise<Row[]>
  /** Sets what `change` names, and counts the version where the table has one. */
  save(tx: WorkspaceTx, id: Id, change: Changed): Promise<Row>
  remove(tx: WorkspaceTx, id: Id): Promise<void>
  /** A page of what `pick` leaves, in the order (sort, id). */
  page(
    tx: WorkspaceTx,
    asked: PageAsked & { sort: Sortable<Row> | `-${Sortable<Row>}` },
    pick?: (rows: Rows<T, Row>) => Rows<T, Row>,
  ): Promise<Page<Row>>
}>

/** Columns that take the transaction's moment when a row is made, and when it is saved. */
type Stamps<Made, Saved> = Readonly<{ made?: readonly Made[]; saved?: readonly Saved[] }>

/**
 * What every store says of a table in the same words, said once. `tableOf<Closed>()` names the columns that hold one of a
 * closed list; then come the table, the columns that are read, and those stamped with the moment.
 */
export const tableOf =
  <Closed = unknown>() =>
  <T extends Named, const C extends keyof DB[T] & string, const Made extends keyof DB[T] = never>(
    name: T,
    columns: readonly C[],
    stamps: Stamps<Made, keyof DB[T]> = {},
  ) => {
    // Inside, any table is treated as this one: what is used of it, all of them have.
    const [table, read] = [name as "organization", columns as readonly string[] as readonly "id"[]]
    const isVersioned = (columns as readonly string[]).includes("version")
    const stamped = (which: readonly unknown[] | undefined, now: string) =>
      Object.fromEntries((which ?? []).map((column) => [column, now]))

    const rows = ({ db, actor }: WorkspaceTx) =>
      db.selectFrom(table).select(read).where("workspaceId", "=", actor.workspaceId)
    const insertAll = async ({ db, actor, now }: WorkspaceTx, made: readonly object[]) =>
      made.length === 0
        ? []
        : db
            .insertInto(table)
            .values(
              made.map((each) => ({ workspaceId: actor.workspaceId, ...stamped(stamps.made, now), ...each }) as never),
            )
            .returning(read)
            .execute()

    const known: Table<"organization", { id: Id }, object, object> = {
      rows,
      find: (tx, id) => rows(tx).where("id", "=", id).executeTakeFirst(),
      lock: (tx, id) => rows(tx).where("id", "=", id).forUpdate().executeTakeFirst(),
      insertAll,
      insert: async (tx, made) => (await insertAll(tx, [made]))[0] as { id: Id },
      save: ({ db, actor, now }, id, change) =>
        db
          .updateTable(table)
          .set(({ eb }) => ({
            ...stamped(stamps.saved, now),
            ...change,
            ...(isVersioned ? { version: eb("version", "+", 1) } : {}),
          }))
          .where("workspaceId", "=", actor.workspaceId)
          .where("id", "=", id)
          .returning(read)
          .executeTakeFirstOrThrow(),
      remove: async ({ db, actor }, id) => {
        await db.deleteFrom(table).where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute()
      },
      page: (tx, { sort, ...asked }, pick = (all) => all) => {
        const { column: by, descending } = parseSort(sort)
        return pageIn(pick(rows(tx)), { by, id: "id", descending, ...asked })
      },
    }
    return known as unknown as Table<T, RowOf<T, C, Closed>, New<T, Closed, Made>, Change<T, Closed>>
  }

/** A row of a table, as it is read. */
export type Row<Of> = Of extends { rows(tx: WorkspaceTx): SelectQueryBuilder<DB, never, infer R> } ? R : never

/** An edit says the whole: of these columns, what it leaves out is empty afterwards. */
export const orNull = <Given extends object, K extends string>(
  given: Given,
  columns: readonly K[],
): Omit<Given, K> & { [Column in K]: Column extends keyof Given ? NonNullable<Given[Column]> | null : null } =>
  ({
    ...given,
    ...Object.fromEntries(columns.map((column) => [column, (given as Record<string, unknown>)[column] ?? null])),
  }) as never
