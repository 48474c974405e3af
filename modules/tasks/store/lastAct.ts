import type { Id } from "#core/ids"
import { userNameOf } from "#modules/workspaces"
import { anyOf } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** Who closed a task last, and when; the name is null where the reader may not know the person. */
export const lastClosing = ({ db, actor }: WorkspaceTx, id: Id) =>
  db
    .selectFrom("event")
    .select(["event.kind", "event.partyId", "event.recordedAt"])
    .select(userNameOf(actor.workspaceId, "event.actorId").as("name"))
    .where("event.workspaceId", "=", actor.workspaceId)
    .where("event.subjectType", "=", "task")
    .where("event.subjectId", "=", id)
    .where("event.kind", "=", anyOf(["task.done", "task.skipped"]))
    .orderBy("event.recordedAt", "desc")
    .orderBy("event.id", "desc")
    .limit(1)
    .executeTakeFirst()
