import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Tx } from "#platform/tx"

/** The drift case, while it is open. */
export const openedCase = ({ db, actor }: Tx<System>, caseId: Id) =>
  db
    .selectFrom("driftCase")
    .select(["id", "partnershipId", "onsetOn", "firstSide", "cause"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", caseId)
    .where("state", "=", "open")
    .executeTakeFirst()
