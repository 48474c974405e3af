import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import type { WorkspaceTx } from "#platform/tx"
import { columnsOf, derived, partnershipsOf, refreshSome } from "./refresh.ts"

const perPage = 1_000

/** Figures that follow from the day are made anew where they are not of today, and made where there are none yet; a page, and whether it was full. */
export const turnSome = async (tx: WorkspaceTx, all: readonly Figures[]): Promise<boolean> => {
  const { actor, today } = tx
  const old = sql`select p.id from partnership p
    left join partnership_figures f on f.workspace_id = ${actor.workspaceId} and f.partnership_id = p.id
    where p.workspace_id = ${actor.workspaceId} and f.as_of is distinct from ${today}::date limit ${perPage}`
  return (await refreshSome(tx, all, old)) === perPage
}

export type Difference = Readonly<{ partnershipId: Id; columns: readonly string[] }>

/**
 * Stored figures of today that are not what follows from the facts, behind one partnership and up to another: which ones, and in what. They
 * are put right in the same transaction.
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

export const differences = async (
  tx: WorkspaceTx,
  all: readonly Figures[],
  ids: readonly Id[],
): Promise<readonly Difference[]> => {
  const isOther = (name: string) =>
    sql`case when f.${sql.ref(name)} is distinct from n.${sql.ref(name)} then ${name}::text end`
  const { rows } = await sql<Difference>`
    select n.partnership_id, array_remove(array[${sql.join(columnsOf(all).map(isOther))}], null) as columns
    from (${derived(tx, all, partnershipsOf(tx, ids))}) n
      join partnership_figures f on f.workspace_id = ${tx.actor.workspaceId} and f.partnership_id = n.partnership_id
    where f.as_of = ${tx.today}::date`.execute(tx.db)
  return rows.filter(({ columns }) => columns.length > 0)
}
