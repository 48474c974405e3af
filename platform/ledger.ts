import type { Actor } from "#core/actor"
import { newId } from "./ids.ts"
import type { EventDraft, Listeners, Tx } from "./tx.ts"

/** Appends one event and queues a job per listener, with `{ workspaceId, eventId, kind, subjectId, partnershipId }`. */
export const recordEvent = async (tx: Tx, listeners: Listeners, kind: string, event: EventDraft): Promise<void> => {
  const { actor } = tx
  if (!("workspaceId" in actor)) throw new TypeError(`${kind} needs an actor inside a workspace`)
  const id = newId()
  await tx.db
    .insertInto("event")
    .values({
      workspaceId: actor.workspaceId,
      id,
      kind,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      partnershipId: event.partnershipId ?? null,
      side: event.side ?? actor.side,
      visibility: event.visibility ?? "shared",
      actorKind: actor.kind,
      actorId: actorId(actor),
      source: event.source ?? (actor.kind === "system" ? "job" : "app"),
      occurredAt: event.occurredAt ?? tx.now,
      recordedAt: tx.now,
      payload: JSON.stringify(event.payload ?? {}),
    })
    .execute()
  const payload = { workspaceId: actor.workspaceId, eventId: id, kind, subjectId: event.subjectId, partnershipId: event.partnershipId ?? null }
  for (const task of listeners.get(kind) ?? []) await tx.enqueue(task, payload)
}

const actorId = (actor: Actor): string | null => ("userId" in actor && actor.userId ? actor.userId : actor.kind === "system" ? actor.job : null)
