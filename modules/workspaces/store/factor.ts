import type { Id } from "#core/ids"
import { accessChanged } from "#platform/access"
import { sql } from "#platform/database"
import type { Tx, WorkspaceTx } from "#platform/tx"

type Needed = Readonly<{ workspaceId: Id; side: "host" | "partner" }>

/** Where a person may not enter before they have turned on a second factor; nowhere for who has one. */
export const factorNeededBy = async ({ db }: Tx, userId: string): Promise<readonly Needed[]> =>
  (await sql<Needed>`select * from factor_needed_by(${userId})`.execute(db)).rows

export const hasFactor = async ({ db }: Tx, userId: string): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select has_factor(${userId}) as has`.execute(db)
  return rows[0]?.has === true
}

/** Whoever lacks what is asked for from now on is in no longer, wherever they were remembered. */
export const saveFactorDemand = async (
  tx: WorkspaceTx,
  demand: Readonly<{ membersNeedFactor: boolean; partnersNeedFactor: boolean }>,
): Promise<void> => {
  const { db, actor } = tx
  await db
    .updateTable("workspace")
    .set(({ eb }) => ({ ...demand, version: eb("version", "+", 1) }))
    .where("id", "=", actor.workspaceId)
    .execute()
  await accessChanged(tx, actor.workspaceId)
}
