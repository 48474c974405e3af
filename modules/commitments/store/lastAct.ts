import type { Id } from "#core/ids"
import { userNameOf } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"

/** What somebody did last to a due instance of a promise; the name is null where the reader may not know the person. */
export const lastActOn = ({ db, actor }: WorkspaceTx, id: Id) =>
  db
    .selectFrom("event")
    .select(["event.kind", "event.partyId", "event.recordedAt"])
    .select(userNameOf(actor.workspaceId, "event.actorId").as("name"))
    .where("event.workspaceId", "=", actor.workspaceId)
    .where("event.subjectType", "=", "occurrence")
    .where("event.subjectId", "=", id)
    .where("event.actorKind", "!=", "system")
    .orderBy("event.recordedAt", "desc")
    .orderBy("event.id", "desc")
    .limit(1)
    .executeTakeFirst()
