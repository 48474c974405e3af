import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import type { WorkspaceTx } from "#platform/tx"
import { columnsOf, holdsIn, lined, makeSome, partnershipsOf, refreshSome } from "./refresh.ts"

const perPage = 1_000

/**
 * Figures that have become others by the day alone are made anew, and made where there are none yet or a new version brought columns; a
 * page, and whether there may be more. All other rows stay unwritten.
 */
export const turnSome = async (tx: WorkspaceTx, all: readonly Figures[]): Promise<boolean> => {
  const { actor, today } = tx
  const old = sql`select partnership_id as id from (
    (select partnership_id from partnership_figures where workspace_id = ${actor.workspaceId} and changes_on <= ${today}::date
      order by changes_on limit ${perPage})
    union (select partnership_id from partnership_figures where workspace_id = ${actor.workspaceId} and (as_of is null or line is null)
      order by partnership_id limit ${perPage})
    union (select partnership_id from partnership_figures where workspace_id = ${actor.workspaceId} and name is null
      order by partnership_id limit ${perPage})) old limit ${perPage}`
  if ((await refreshSome(tx, all, old)) === perPage) return true
  return (await makeSome(tx, all)) === perPage
}

export type Difference = Readonly<{ partnershipId: Id; columns: readonly string[] }>

/**
 * Stored figures that are said to hold and are not what follows from the facts, behind one partnership and up to another: which ones, and in
 * what. They are put right in the same transaction.
 */
export const reconcileSome = async (tx: WorkspaceTx, all: readonly Figures[], after: Id) => {
  const { rows: page } = await sql<{ id: Id }>`select id from partnership where workspace_id = ${tx.actor.workspaceId}
    and id > ${after} order by id limit ${perPage}`.execute(tx.db)
  const ids = page.map(({ id }) => id)
  const different = await differences(tx, all, ids)
  const wrong = different.map(({ partnershipId }) => partnershipId)
  if (wrong.length > 0)
    await refreshSome(
      tx,
      all,
      sql`select id from partnership
    where workspace_id = ${tx.actor.workspaceId} and id = any(${wrong}::uuid[])`,
    )
  return { different, last: page.length === perPage ? ids.at(-1) : undefined }
}

/** That a row looks again on an earlier day than it must is no difference; on a later one is. */
export const differences = async (
  tx: WorkspaceTx,
  all: readonly Figures[],
  ids: readonly Id[],
): Promise<readonly Difference[]> => {
  const isOther = (name: string) =>
    sql`case when f.${sql.ref(name)} is distinct from n.${sql.ref(name)} then ${name}::text end`
  const isLate = sql`case when coalesce(f.changes_on, 'infinity') > coalesce(n.changes_on, 'infinity') then 'changes_on' end`
  const { rows } = await sql<Difference>`
    select n.partnership_id, array_remove(array[${sql.join([...columnsOf(all), "line"].map(isOther))}, ${isLate}], null) as columns
    from (${lined(tx, all, partnershipsOf(tx, ids))}) n
      join partnership_figures f on f.workspace_id = ${tx.actor.workspaceId} and f.partnership_id = n.partnership_id
    where ${holdsIn("f", tx.today)}`.execute(tx.db)
  return rows.filter(({ columns }) => columns.length > 0)
}
