import type { Id } from "#core/ids"
import { anyOf, sql } from "#platform/database"
import type { Figures, Touched } from "#platform/figures"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { joinedToLine, lineOf } from "./line.ts"

/** Partnerships per statement. */
const perStatement = 1_000

/** Makes the stored figures of whatever one transaction touched anew: those that follow from the tables whose rows it changed. */
export const refresherOf =
  (all: readonly Figures[]) =>
  async (tx: WorkspaceTx, { partnerships, hasNew }: Touched): Promise<void> => {
    const alike = Map.groupBy(partnerships, ([, tables]) => affected(all, tables).join(" "))
    for (const [which, touched] of alike) {
      const figures = which.split(" ").flatMap((at) => (at === "" ? [] : [all[Number(at)] as Figures]))
      const ids = touched.map(([id]) => id).sort()
      if (figures.length > 0) await refresh(tx, ids, figures, figures.length === all.length)
    }
    if (hasNew) while ((await makeSome(tx, all)) === perStatement);
  }

const affected = (all: readonly Figures[], tables: ReadonlySet<string> | "every"): readonly number[] =>
  all.flatMap(({ of }, at) => (tables === "every" || of.some((table) => tables.has(table)) ? [at] : []))

/** Those without a row, some of them. */
const missing = ({ actor }: Pick<WorkspaceTx, "actor">) => sql`
  select p.id from partnership p where p.workspace_id = ${actor.workspaceId} and not exists (
    select from partnership_figures f where f.workspace_id = ${actor.workspaceId} and f.partnership_id = p.id) limit ${perStatement}`

/** The rows of some that have none, written once: an import makes a hundred thousand. How many had none. */
export const makeSome = async (tx: WorkspaceTx, all: readonly Figures[]): Promise<number> => {
  const names = [...columnsOf(all), "changes_on", "line"]
  const which = sql`(select p.* from partnership p where p.id in (${missing(tx)}) and p.workspace_id = ${tx.actor.workspaceId})`
  // As text each figure is kept to its last digit on the way.
  const { rows } = await sql<{ row: (string | null)[] }>`
    select array[n.partnership_id::text, ${sql.join(names.map((name) => sql`n.${sql.ref(name)}::text`))}] as row
    from (${lined(tx, all, which)}) n order by n.partnership_id`.execute(tx.db)
  return writeRows(tx, {
    into: "partnership_figures",
    same: { as_of: tx.today },
    columns: ["partnership_id", ...names],
    rows: rows.map(({ row }) => row),
    onConflict: "on conflict (workspace_id, partnership_id) do nothing",
  })
}

/** All figures of the partnerships that a query names; how many they are. */
export const refreshSome = async (tx: WorkspaceTx, all: readonly Figures[], which: ReturnType<typeof sql>) => {
  const { rows } = await sql<{ id: Id }>`${which}`.execute(tx.db)
  await refresh(tx, rows.map(({ id }) => id).sort(), all, true)
  return rows.length
}

/**
 * The rows are locked first, by a statement of its own: the next one's snapshot then holds whatever the last holder of the lock
 * committed, so that of two acts at once the later one counts both. In id order, so that two batches cannot wait for each other.
 */
const refresh = async (tx: WorkspaceTx, ids: readonly Id[], figures: readonly Figures[], isWhole: boolean) => {
  for (let at = 0; at < ids.length; at += perStatement) {
    const some = ids.slice(at, at + perStatement)
    const [held, written] = await Promise.all([lock(tx, some), write(tx, some, figures, isWhole)])
    if (held === some.length) continue
    await makeRows(tx, some)
    await lock(tx, some)
    await write(tx, some, figures, isWhole)
    void written
  }
}

const lock = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<number> => {
  const { rows } = await sql`select partnership_id from partnership_figures where workspace_id = ${actor.workspaceId}
    and partnership_id = ${anyOf(ids)} order by partnership_id for update`.execute(db)
  return rows.length
}

/** What was recorded and taken back in the same transaction has no row. */
const makeRows = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  const { rows } = await sql<{ id: Id }>`select id from partnership where workspace_id = ${tx.actor.workspaceId}
    and id = ${anyOf(ids)} order by id`.execute(tx.db)
  await writeRows(tx, {
    into: "partnership_figures",
    columns: ["partnership_id"],
    rows: rows.map(({ id }) => [id]),
    onConflict: "on conflict (workspace_id, partnership_id) do nothing",
  })
}

/** Some figures alone are made anew as long as the others hold; the next change of any is then the earlier of both. */
const write = async (
  tx: WorkspaceTx,
  ids: readonly Id[],
  figures: readonly Figures[],
  isWhole: boolean,
): Promise<void> => {
  const { db, actor, today } = tx
  const names = [...columnsOf(figures), "line"]
  const both = (of: string) => sql.join(names.map((name) => sql.ref(`${of}.${name}`)))
  const next = isWhole ? sql`n.changes_on` : sql`least(f.changes_on, n.changes_on)`
  const day = isWhole ? sql`as_of = ${today}::date, ` : sql``
  const isOld = isWhole ? sql`(${holdsIn("f", today)}) is not true or` : sql``
  await sql`update partnership_figures f set ${day}changes_on = ${next},
      ${sql.join(names.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`))}
    from (${lined(tx, figures, partnershipsOf(tx, ids), isWhole)}) n
    where f.workspace_id = ${actor.workspaceId} and f.partnership_id = n.partnership_id
      and (${isOld} (${both("f")}, f.changes_on) is distinct from (${both("n")}, ${next}))`.execute(db)
}

/** What is stored of a partnership is what follows from the facts on a day: it was reckoned by then, and nothing has changed by itself since. */
export const holdsIn = (of: string, today: string) => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql<boolean>`${column("line")} is not null and ${column("asOf")} <= ${today}::date
    and (${column("changesOn")} is null or ${column("changesOn")} > ${today}::date)`
}

export const columnsOf = (figures: readonly Figures[]): readonly string[] =>
  figures.flatMap(({ columns }) => Object.keys(columns))

/** These partnerships, to be read from. */
export const partnershipsOf = ({ actor }: Pick<WorkspaceTx, "actor">, ids: readonly Id[]) => sql`
  (select * from partnership where workspace_id = ${actor.workspaceId} and id = ${anyOf(ids)})`

type Reading = Pick<WorkspaceTx, "actor" | "today">

/** The figures as they follow from the facts now: the one place where a stored one comes from, and what it is compared with; `of` holds rows of `partnership`. */
export const derived = ({ actor, today }: Reading, figures: readonly Figures[], of: ReturnType<typeof sql>) => {
  const asked = { actor, workspaceId: actor.workspaceId, id: sql.ref("p.id"), today }
  const columns = figures.flatMap((each) => Object.entries(each.columns))
  const changes = figures.flatMap(({ changesOn }) => changesOn ?? [])
  const changesOn = changes.length === 0 ? sql`null::date` : sql`least(${sql.join(changes)})`
  return sql`select p.id as partnership_id, ${changesOn} as changes_on,
      ${sql.join(columns.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))}
    from ${of} p ${sql.join(
      figures.map(({ join }) => join(asked)),
      sql` `,
    )}`
}

/** The same with the line that shows them. Of some figures alone, the others are those that are stored. */
export const lined = (tx: Reading, figures: readonly Figures[], of: ReturnType<typeof sql>, isWhole = true) => {
  const { workspaceId } = tx.actor
  const own = new Set(columnsOf(figures).map(named))
  const figure = (column: string) => sql.ref(`${isWhole || own.has(column) ? "d" : "stored"}.${column}`)
  const stored = sql`join partnership_figures stored
    on stored.workspace_id = ${workspaceId} and stored.partnership_id = d.partnership_id`
  return sql`select d.*, ${lineOf(workspaceId, figure)} as line
    from (${derived(tx, figures, of)}) d join partnership p on p.workspace_id = ${workspaceId} and p.id = d.partnership_id
      ${isWhole ? sql`` : stored} ${joinedToLine(workspaceId, figure)}`
}

/** As code calls a column. */
const named = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
