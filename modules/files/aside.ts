import type { WorkspaceActor } from "#core/actor"
import type { Upload } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { ownName } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { tooBusy } from "#platform/problem"
import { sniff } from "#platform/sniff"
import { objectKey } from "#platform/storage/storage"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { fileAdded, fileRemoved } from "./events.ts"
import { decideRoom, decideType } from "./rules.ts"
import * as store from "./store.ts"
import { checkObject } from "./tasks.ts"

type Stored = Pick<Platform, "config" | "scan" | "storage">

/* What colleagues keep about a company that need not be a partner: as any upload of theirs, but of no partnership, and the host's alone. */

/** Looks at such a file and puts its bytes into the store; no transaction is open meanwhile. */
export const takeAside = async (
  upload: Upload,
  actor: WorkspaceActor,
  { config, storage, transact }: Stored & Pick<Platform, "transact">,
): Promise<
  | Upload
  | Refusal<"file-is-empty" | "file-type-not-accepted" | "file-not-what-it-says" | "too-many-files" | "no-room-left">
> => {
  const mediaType = decideType({ ...upload, ...(await sniff(upload.path)) })
  if (isRefusal(mediaType)) return mediaType
  const storedBytes = await transact(actor, (tx) => store.storedBytes(tx), "read")
  const room = decideRoom({ files: 0, storedBytes }, upload.bytes, config.files)
  if (isRefusal(room)) return room
  await storage.put(objectKey(actor.workspaceId, upload.hash), upload.path)
  return { ...upload, mediaType }
}

/** Writes it down, and has its bytes looked through where a scanner is set. */
export const attachAside = async (
  tx: WorkspaceTx,
  { config, scan, storage }: Stored,
  { kind, id: subjectId }: SubjectRef,
  { hash, bytes, fileName: name, mediaType = "application/octet-stream" }: Upload,
): Promise<true | Refusal<"file-quarantined" | "no-room-left" | "too-many-files">> => {
  const { workspaceId } = tx.actor
  const userId = tx.actor.userId ?? null
  await store.lockRoom(tx)
  const there = (await store.filesOutside(tx, kind, [subjectId])).length
  const room = decideRoom({ files: there, storedBytes: await store.storedBytes(tx) }, bytes, config.files)
  if (isRefusal(room)) return room
  const checkState = await store.keepObject(tx, { hash, bytes }, scan ? "checking" : "unchecked")
  if (checkState === "infected") return refuse("file-quarantined")
  if (!(await storage.has(objectKey(workspaceId, hash)))) throw tooBusy()
  const id = newId()
  const whose = { partnershipId: null, partyId: workspaceId, privateTo: workspaceId, unsentBy: null }
  const by = { uploadedBy: userId, uploaderName: await ownName(tx) }
  await store.insertFile(tx, { id, ...whose, ...by, subjectKind: kind, subjectId, hash, name, mediaType })
  const payload = { name, subjectKind: kind, subjectId, bytes, hash }
  await tx.record(fileAdded, { subjectId: id, visibility: "host", payload })
  if (checkState === "checking")
    await tx.enqueue(checkObject, { workspaceId, hash }, { key: `check ${workspaceId} ${hash}` })
  return true
}

/** Takes one of them away; false where there is no such file with it. */
export const removeAside = async (tx: WorkspaceTx, { kind, id }: SubjectRef, file: Id): Promise<boolean> => {
  const row = (await store.filesOutside(tx, kind, [id])).find((each) => each.id === file)
  if (!row) return false
  await store.saveFile(tx, row.id, { removedAt: tx.now, removedBy: tx.actor.userId ?? null })
  const { name, subjectKind, subjectId, hash } = row
  await tx.record(fileRemoved, {
    subjectId: row.id,
    visibility: "host",
    payload: { name, subjectKind, subjectId, hash },
  })
  return true
}
