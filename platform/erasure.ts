import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import type { Tx, WorkspaceTx } from "./tx.ts"

/** How many rows were changed, by table. */
export type ErasedRows = Readonly<Record<string, number>>

/**
 * Takes the person that a row of `erasure` names out of everything the workspace holds, the ledger included, which nothing else may
 * change. Done twice, it finds nothing the second time.
 */
export const erasePerson = async ({ db, actor, now }: WorkspaceTx, erasure: Id): Promise<ErasedRows> => {
  const { rows } = await sql<{ counts: ErasedRows }>`
    select erase_person(${actor.workspaceId}, ${erasure}, ${now}::timestamptz) as counts`.execute(db)
  await sql`select forget_where_from(${actor.workspaceId}, ${erasure})`.execute(db)
  return rows[0]?.counts ?? {}
}

/** The account of somebody who was erased, where no workspace needs it any more. True when it is gone by this. */
export const forgetAccount = async ({ db }: Tx, userId: string): Promise<boolean> => {
  const { rows } = await sql<{ gone: boolean }>`select forget_account(${userId}) as gone`.execute(db)
  return rows[0]?.gone === true
}
