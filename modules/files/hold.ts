import type { StoredDownload } from "#core/endpoint"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { objectKey } from "#platform/storage/storage"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { type Hold, type Unavailable, whyNot } from "./rules.ts"
import * as store from "./store.ts"

/** A file as the record names it. */
type HeldFile = Readonly<{
  id: Id
  name: string
  mediaType: string
  hash: string
  uploaderName: string
  uploadedAt: string
}>

/**
 * Makes files part of the record, so that nobody takes them away: all of them about this subject, seen by every party, there, and
 * without a virus as far as is known. A file that is being checked yet is taken; its bytes are handed out when that is done.
 */
export const holdFiles = async (
  tx: WorkspaceTx,
  subject: SubjectRef,
  ids: readonly Id[],
  heldAs: Hold,
  /** What they are about from now on, where that came to be by this. */
  at: SubjectRef = subject,
): Promise<readonly HeldFile[] | Refusal<"no-such-file" | "file-quarantined">> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = (await store.sharedFilesOf(tx, subject, wanted)).filter(({ removedAt }) => removedAt === null)
  if (found.length < wanted.length) return refuse("no-such-file", { field: "fileId" })
  if (found.some(({ checkState, goneAt }) => checkState === "infected" || goneAt !== null))
    return refuse("file-quarantined")
  for (const { id } of found) await store.saveFile(tx, id, { heldAs, subjectKind: at.kind, subjectId: at.id })
  return found
}

/** Lets go of files that were evidence: the report they came with was taken back. */
export const releaseFiles = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  for (const id of ids) await store.saveFile(tx, id, { heldAs: null })
}

/** What the record shows of its files, by id. */
export const heldFiles = async (
  tx: WorkspaceTx,
  ids: readonly Id[],
): Promise<(id: Id | null) => HeldFile | undefined> => {
  const byId = new Map((ids.length === 0 ? [] : await store.sharedFiles(tx, ids)).map((row) => [row.id, row]))
  return (id) => (id === null ? undefined : byId.get(id))
}

/** The bytes of a file of the record, as a download hands them out; undefined where whoever asks sees no such file. */
export const heldContent = async (
  tx: WorkspaceTx,
  id: Id,
): Promise<StoredDownload | Refusal<Unavailable> | undefined> => {
  const row = await store.findFile(tx, id)
  if (row === undefined) return undefined
  const refusal = whyNot(row)
  const { name: fileName, mediaType, bytes, hash } = row
  return refusal === undefined
    ? { fileName, mediaType, bytes, key: objectKey(tx.actor.workspaceId, hash) }
    : refuse(refusal)
}

/** A file of one's own about this thing that waits to be sent: its bytes, or why nobody has them yet. Undefined where there is none. */
export const waitingContent = async (
  tx: WorkspaceTx,
  { kind, id: subjectId }: SubjectRef,
  id: Id,
): Promise<(StoredDownload & Readonly<{ hash: string }>) | Refusal<Unavailable> | undefined> => {
  const row = await store.findUnsent(tx, id)
  if (row?.subjectKind !== kind || row.subjectId !== subjectId) return undefined
  const refusal = whyNot(row)
  const { name: fileName, mediaType, bytes, hash } = row
  return refusal === undefined
    ? { fileName, mediaType, bytes, hash, key: objectKey(tx.actor.workspaceId, hash) }
    : refuse(refusal)
}
