import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import { userNameOf } from "../facts.ts"

/** What somebody did last to a thing; the name is null where the reader may not know the person. */
export const lastActOn = ({ db, actor }: WorkspaceTx, subjectType: string, id: Id) =>
  db
    .selectFrom("event")
    .select(["event.kind", "event.partyId", "event.recordedAt"])
    .select(userNameOf(actor.workspaceId, "event.actorId").as("name"))
    .where("event.workspaceId", "=", actor.workspaceId)
    .where("event.subjectType", "=", subjectType)
    .where("event.subjectId", "=", id)
    .where("event.actorKind", "!=", "system")
    .orderBy("event.recordedAt", "desc")
    .orderBy("event.id", "desc")
    .limit(1)
    .executeTakeFirst()
