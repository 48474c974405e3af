import type { Id } from "#core/ids"
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

export const saveFactorDemand = (
  { db, actor }: WorkspaceTx,
  demand: Readonly<{ membersNeedFactor: boolean; partnersNeedFactor: boolean }>,
) =>
  db
    .updateTable("workspace")
    .set(({ eb }) => ({ ...demand, version: eb("version", "+", 1) }))
    .where("id", "=", actor.workspaceId)
    .execute()
