import type { z } from "zod"
import type { Actor, Visibility } from "#core/actor"
import { partyOf, privateTo } from "#core/actor"
import type { EventDraft, EventKind, EventVisibility } from "./event.ts"
import { newId } from "./ids.ts"
import type { Reactions, Tx } from "./tx.ts"

type AnyDraft = Omit<EventDraft, "payload" | "visibility"> & { payload?: unknown; visibility?: Visibility | undefined }

/** Appends one event, marks its partnership stale where the kind says so, and queues a job per listener. */
export const recordEvent = async <P extends z.ZodRawShape, V extends EventVisibility>(
  tx: Tx,
  { listeners, markStale }: Reactions,
  kind: EventKind<P, V>,
  draft: EventDraft<P, V>,
): Promise<void> => {
  const row = rowOf(tx, kind, draft)
  await tx.db.insertInto("event").values(row).execute()
  const { workspaceId, id: eventId, subjectId, partnershipId } = row
  if (partnershipId !== null) tx.figuresChanged([partnershipId], kind.changes)
  if (kind.marksStale && partnershipId !== null) await markStale(tx, [partnershipId])
  for (const { task, optionsAt } of listeners.get(kind.kind) ?? [])
    await tx.enqueue(
      task,
      {
        workspaceId,
        eventId,
        kind: kind.kind,
        recordedAt: row.recordedAt,
        subjectId,
        partnershipId,
        concerns: draft.concerns,
      },
      optionsAt(workspaceId, tx.now),
    )
}

/** Appends many events of one kind in one statement. No job hears of them: a batch ends with one event of its own that is listened to. */
export const recordBatch = async <P extends z.ZodRawShape, V extends EventVisibility>(
  tx: Tx,
  { markStale }: Reactions,
  kind: EventKind<P, V>,
  drafts: readonly EventDraft<P, V>[],
): Promise<void> => {
  if (drafts.length === 0) return
  const rows = drafts.map((draft) => rowOf(tx, kind, draft))
  await tx.db.insertInto("event").values(rows).execute()
  const touched = rows.flatMap(({ partnershipId }) => (partnershipId === null ? [] : [partnershipId]))
  tx.figuresChanged(touched, kind.changes)
  if (kind.marksStale) await markStale(tx, touched)
}

const rowOf = ({ actor, now }: Tx, { kind, subject, payload, visibility }: EventKind, draft: AnyDraft) => {
  if (!("workspaceId" in actor)) throw new TypeError(`${kind} needs an actor inside a workspace`)
  return {
    workspaceId: actor.workspaceId,
    id: newId(),
    kind,
    subjectType: subject,
    subjectId: draft.subjectId,
    partnershipId: draft.partnershipId ?? null,
    partyId: draft.partyId ?? partyOf(actor),
    privateTo: privateTo(actor, visibility === "stated" ? stated(kind, draft) : visibility),
    actorKind: draft.job === undefined ? actor.kind : "system",
    actorId: draft.job ?? actorId(actor),
    source: draft.source ?? (actor.kind === "system" || draft.job !== undefined ? "job" : "app"),
    occurredAt: draft.occurredAt ?? now,
    recordedAt: now,
    // What the kind does not declare never reaches the ledger, which cannot forget.
    payload: JSON.stringify(payload.parse(draft.payload ?? {})),
  }
}

const stated = (kind: string, { visibility }: AnyDraft): Visibility => {
  if (visibility === undefined) throw new TypeError(`${kind} says of each event who may see it`)
  return visibility
}

const actorId = (actor: Actor): string | null =>
  "userId" in actor && actor.userId ? actor.userId : actor.kind === "system" ? actor.job : null
