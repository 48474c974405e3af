import type { Id } from "#core/ids"
import type { CompanyRows, CompanyRowsByThemselves } from "./companyRows.ts"
import { sql } from "./database.ts"
import type { WorkspaceTx } from "./tx.ts"

type Companies = Readonly<{ from: Id; to: Id }>

/** Rows of one column that went from one company to another, by what tells them apart. */
export type MovedRows = Readonly<{ table: string; column: string; ids: readonly Id[] }>

/** Those of a table that go by themselves become another company's: all, or these. A company is never its own parent. */
export const moveRows = async (
  { db, actor }: WorkspaceTx,
  { table, column, key }: CompanyRowsByThemselves,
  { from, to }: Companies,
  only?: readonly Id[],
): Promise<MovedRows> => {
  const [named, those] = [sql.ref(`t.${column}`), sql.ref(`t.${key}`)]
  const { rows } = await sql<{ id: Id }>`update ${sql.table(table)} t set ${sql.ref(column)} = ${to}
    where t.workspace_id = ${actor.workspaceId} and ${named} = ${from} and ${those} <> ${to}
      ${only === undefined ? sql`` : sql`and ${those} = any(${only}::uuid[])`}
    returning ${those} as id`.execute(db)
  return { table, column, ids: rows.map(({ id }) => id) }
}

/** How many rows would go along: of those that go by themselves what names the company, of the others what belongs to its partnerships. */
export const countRows = async (
  { db, actor }: WorkspaceTx,
  counted: CompanyRows,
  companyId: Id,
  partnerships: readonly Id[],
): Promise<number> => {
  const theirs =
    counted.goes === "by itself"
      ? sql`${sql.ref(`t.${counted.column}`)} = ${companyId}`
      : sql`t.partnership_id = any(${partnerships}::uuid[])`
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(counted.table)} t
    where t.workspace_id = ${actor.workspaceId} and ${theirs}`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * What belongs to the partnerships that a merger moved says its new party from now on, or with `isUndone` its former one again; what a
 * company keeps to itself and the ledger, too.
 */
export const becomeParty = async (
  { db, actor }: WorkspaceTx,
  all: readonly CompanyRows[],
  mergerId: Id,
  isUndone: boolean,
): Promise<void> => {
  for (const rows of all)
    if (rows.goes === "with its partnership")
      await sql`select become_party(${actor.workspaceId}, ${mergerId}, ${rows.table}::regclass, ${[...rows.columns]}::text[], ${isUndone})`.execute(
        db,
      )
}

export const byThemselves = (all: readonly CompanyRows[]): readonly CompanyRowsByThemselves[] =>
  all.filter((rows) => rows.goes === "by itself")
