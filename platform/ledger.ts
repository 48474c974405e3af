import type { Actor } from "#core/actor"
import { newId } from "./ids.ts"
import type { EventDraft, Listeners, Tx } from "./tx.ts"

/** Appends one event and queues a job per listener, with `{ workspaceId, eventId, kind, subjectId, partnershipId }`. */
export const recordEvent = async (tx: Tx, listeners: Listeners, kind: string, event: EventDraft): Promise<void> => {
  const row = rowOf(tx, kind, event)
  await tx.db.insertInto("event").values(row).execute()
  const { workspaceId, id: eventId, subjectId, partnershipId } = row
  for (const task of listeners.get(kind) ?? [])
    await tx.enqueue(task, { workspaceId, eventId, kind, subjectId, partnershipId })
}

/** Appends many events of one kind in one statement. Nobody is called: a batch ends with one event of its own that is listened to. */
export const appendEvents = async (tx: Tx, kind: string, events: readonly EventDraft[]): Promise<void> => {
  if (events.length === 0) return
  await tx.db
    .insertInto("event")
    .values(events.map((event) => rowOf(tx, kind, event)))
    .execute()
}

const rowOf = ({ actor, now }: Tx, kind: string, event: EventDraft) => {
  if (!("workspaceId" in actor)) throw new TypeError(`${kind} needs an actor inside a workspace`)
  return {
    workspaceId: actor.workspaceId,
    id: newId(),
    kind,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    partnershipId: event.partnershipId ?? null,
    side: event.side ?? actor.side,
    visibility: event.visibility ?? "shared",
    actorKind: actor.kind,
    actorId: actorId(actor),
    source: event.source ?? (actor.kind === "system" ? "job" : "app"),
    occurredAt: event.occurredAt ?? now,
    recordedAt: now,
    payload: JSON.stringify(event.payload ?? {}),
  }
}

const actorId = (actor: Actor): string | null =>
  "userId" in actor && actor.userId ? actor.userId : actor.kind === "system" ? actor.job : null
