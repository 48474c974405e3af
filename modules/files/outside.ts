import type { Upload } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { tooBusy } from "#platform/problem"
import { sniff } from "#platform/sniff"
import { objectKey } from "#platform/storage/storage"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { fileAdded } from "./events.ts"
import { decideOutsideRoom, decideRoom, decideType, whyNot } from "./rules.ts"
import * as store from "./store.ts"
import { checkObject } from "./tasks.ts"

type Stored = Pick<Platform, "config" | "scan" | "storage">

/** Looks at a file that somebody without an account sent, and puts its bytes into the store; no transaction is open meanwhile. */
export const takeOutside = async (
  upload: Upload,
  storedBytes: Readonly<{ outside: number; all: number }>,
  workspaceId: Id,
  { config, storage }: Stored,
): Promise<
  | Upload
  | Refusal<"file-is-empty" | "file-type-not-accepted" | "file-not-what-it-says" | "too-many-files" | "no-room-left">
> => {
  const mediaType = decideType({ ...upload, ...(await sniff(upload.path)) })
  if (isRefusal(mediaType)) return mediaType
  const room = decideRoom({ files: 0, storedBytes: storedBytes.all }, upload.bytes, config.files)
  if (isRefusal(room)) return room
  const share = decideOutsideRoom(storedBytes.outside, upload.bytes, config.files)
  if (isRefusal(share)) return share
  await storage.put(objectKey(workspaceId, upload.hash), upload.path)
  return { ...upload, mediaType }
}

/** Writes down such a file, which is the host's alone, and has its bytes looked through where a scanner is set. */
export const attachOutside = async (
  tx: WorkspaceTx,
  { config, scan, storage }: Stored,
  { kind, id: subjectId }: SubjectRef,
  upload: Upload,
): Promise<true | Refusal<"file-quarantined" | "no-room-left">> => {
  const { workspaceId } = tx.actor
  const { hash, bytes, fileName: name, mediaType = "application/octet-stream" } = upload
  await store.lockRoom(tx)
  const room = decideOutsideRoom(await store.bytesOutside(tx), bytes, config.files)
  if (isRefusal(room)) return room
  const checkState = await store.keepObject(tx, { hash, bytes }, scan ? "checking" : "unchecked")
  if (checkState === "infected") return refuse("file-quarantined")
  if (!(await storage.has(objectKey(workspaceId, hash)))) throw tooBusy()
  const id = newId()
  const whose = { partnershipId: null, partyId: workspaceId, privateTo: workspaceId, uploadedBy: null, unsentBy: null }
  // Who sent it stands with what it came with, and is forgotten there.
  await store.insertFile(tx, { id, ...whose, subjectKind: kind, subjectId, hash, name, mediaType, uploaderName: "" })
  const payload = { name, subjectKind: kind, subjectId, bytes, hash }
  await tx.record(fileAdded, { subjectId: id, visibility: "host", payload })
  if (checkState === "checking")
    await tx.enqueue(checkObject, { workspaceId, hash }, { key: `check ${workspaceId} ${hash}` })
  return true
}

/** How much room there is taken. */
export const storedOutside = async (tx: WorkspaceTx) => ({
  outside: await store.bytesOutside(tx),
  all: await store.storedBytes(tx),
})

/** What came with something of no partnership, with how far each is checked, and why nobody can open it yet. */
export const outsideFiles = async (tx: WorkspaceTx, { kind, id }: SubjectRef) =>
  (await outsideFilesOf(tx, kind, [id]))(id)

/** The same of several things of one kind, each by the thing's id. */
export const outsideFilesOf = async (tx: WorkspaceTx, kind: string, ids: readonly Id[]) => {
  const rows = await store.filesOutside(tx, kind, ids)
  const byId = Map.groupBy(rows, ({ subjectId }) => subjectId)
  return (subject: Id) =>
    (byId.get(subject) ?? []).map((row) => {
      const { id, name, hash, bytes, checkState: check, uploaderName, uploadedAt } = row
      return { id, name, hash, bytes, check, uploaderName, uploadedAt, download: whyNot(row) ?? (true as const) }
    })
}

/** The bytes of one of them, as a download hands them out; undefined where there is no such file with it. */
export const outsideContent = async (tx: WorkspaceTx, about: SubjectRef, file: Id) => {
  const row = (await store.filesOutside(tx, about.kind, [about.id])).find(({ id }) => id === file)
  if (!row) return undefined
  const refusal = whyNot(row)
  const { name: fileName, mediaType, bytes, hash } = row
  return refusal === undefined
    ? { fileName, mediaType, bytes, key: objectKey(tx.actor.workspaceId, hash) }
    : refuse(refusal)
}

/** Forgets the files that came with these things, which are deleted themselves; bytes that no other file has are swept later. */
export const forgetOutside = (tx: WorkspaceTx, kind: string, subjectIds: readonly Id[]): Promise<void> =>
  store.deleteOutside(tx, kind, subjectIds)
