import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Tx } from "#platform/tx"
import type { Assessment } from "../rules.ts"
import { whenOfCase } from "./cases.ts"

/** The drift case, while it is open. */
export const openedCase = async ({ db, actor }: Tx<System>, caseId: Id) => {
  const row = await db
    .selectFrom("driftCase")
    .select(["id", "partnershipId", "onsetOn", "onsetLow", "onsetHigh", "finding", "firstSide", "cause"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", caseId)
    .where("state", "=", "open")
    .executeTakeFirst()
  return row && { ...row, ...whenOfCase({ ...row, finding: row.finding as Assessment }) }
}
