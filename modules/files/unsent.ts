import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { fileAdded, fileRemoved } from "./events.ts"
import * as store from "./store.ts"

type About = SubjectRef & Readonly<{ partnershipId: Id; privateTo: Id | null }>

/**
 * Sends files that waited with what they were attached to: from now on they are about that, and seen by whoever sees it. Only the
 * actor's own are sent, of the same partnership.
 */
export const sendFiles = async (
  tx: WorkspaceTx,
  ids: readonly Id[],
  { kind, id, partnershipId, privateTo }: About,
): Promise<true | Refusal<"file-not-there" | "file-quarantined">> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return true
  const found = (await store.lockUnsent(tx, wanted)).filter((file) => file.partnershipId === partnershipId)
  if (found.length < wanted.length) return refuse("file-not-there", { field: "files" })
  if (found.some(({ checkState }) => checkState === "infected")) return refuse("file-quarantined", { field: "files" })
  for (const file of found) {
    await store.saveFile(tx, file.id, { subjectKind: kind, subjectId: id, privateTo, unsentBy: null })
    const { name, bytes, hash } = file
    await tx.record(fileAdded, {
      ...{ subjectId: file.id, partnershipId, visibility: privateTo === null ? ("shared" as const) : tx.actor.side },
      payload: { name, subjectKind: kind, subjectId: id, bytes, hash },
    })
  }
  return true
}

/** Takes the files of something away with it. */
export const removeFilesOf = async (tx: WorkspaceTx, { kind, id }: SubjectRef): Promise<void> => {
  for (const { id: file, name, hash, partnershipId, visibility } of await store.filesOn(tx, kind, [id])) {
    await store.saveFile(tx, file, { removedAt: tx.now, removedBy: tx.actor.userId ?? null })
    const payload = { name, subjectKind: kind, subjectId: id, hash }
    await tx.record(fileRemoved, { subjectId: file, partnershipId, visibility, payload })
  }
}
