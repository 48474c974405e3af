import { sql } from "./database.ts"
import type { PersonalTable } from "./personal-export.ts"
import type { WorkspaceTx } from "./tx.ts"

type Found = Pick<PersonalTable, "found" | "rows">

/** One's own sign-ins, what one was refused here, and where one is signed in: handed to nobody but the person who asks. */
export const readOwnDoors = async (
  { db, actor }: WorkspaceTx,
  userId: string,
  most: number,
): Promise<readonly PersonalTable[]> => {
  const { rows } = await sql<{ own: string }>`
    select own_doors(${actor.workspaceId}, ${userId}, ${most}::integer)::text as own`.execute(db)
  const { doors, sessions } = JSON.parse(rows[0]?.own ?? "{}") as { doors: Found; sessions: Found }
  const tables = [
    { module: "sign-in", table: "security_event", ...doors },
    { module: "sign-in", table: "session", ...sessions },
  ]
  return tables.filter(({ found }) => found > 0)
}
