import type { Visibility } from "#core/actor"
import { privateTo } from "#core/actor"
import type { Upload } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { tooBusy } from "#platform/problem"
import { objectKey } from "#platform/storage/storage"
import type { SubjectRow } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { fileAdded } from "./events.ts"
import { decideRoom, type Usage } from "./rules.ts"
import * as store from "./store.ts"
import { checkObject } from "./tasks.ts"

type About = SubjectRow & Readonly<{ kind: string }>
type Given = Readonly<{ upload: Upload; visibility: Visibility; uploaderName: string; isUnsent: boolean }>

/** What counts against the limits: files of the subject, and bytes of the workspace. */
const usageOf = async (
  tx: WorkspaceTx,
  { kind, id }: Readonly<{ kind: string; id: string }>,
  isUnsent: boolean,
): Promise<Usage> => ({
  files: isUnsent ? await store.countUnsent(tx) : await store.countFiles(tx, { kind, id }),
  storedBytes: await store.storedBytes(tx),
})

/** Writes down a file whose bytes are in the store already, and has them looked through where a scanner is set. */
export const attach = async (
  tx: WorkspaceTx,
  { config, scan, storage }: Pick<Platform, "config" | "scan" | "storage">,
  about: About,
  { upload, visibility, uploaderName, isUnsent }: Given,
): Promise<store.FileRow | Refusal<"too-many-files" | "no-room-left" | "file-quarantined">> => {
  await store.lockRoom(tx)
  const room = decideRoom(await usageOf(tx, about, isUnsent), upload.bytes, config.files)
  if (isRefusal(room)) return room
  const { hash, bytes, fileName: name, mediaType = "application/octet-stream" } = upload
  const { workspaceId } = tx.actor
  const checkState = await store.keepObject(tx, { hash, bytes }, scan ? "checking" : "unchecked")
  if (checkState === "infected") return refuse("file-quarantined")
  // The sweep may have deleted just these bytes between their coming and this: whoever sends them again is served.
  if (!(await storage.has(objectKey(workspaceId, hash)))) throw tooBusy()
  const id = newId()
  await store.insertFile(tx, {
    id,
    partnershipId: about.partnershipId,
    subjectKind: about.kind,
    subjectId: about.id,
    hash,
    name,
    mediaType,
    partyId: tx.actor.kind === "partner-user" ? tx.actor.organizationId : workspaceId,
    privateTo: privateTo(tx.actor, visibility),
    uploadedBy: tx.actor.userId ?? null,
    uploaderName,
    unsentBy: isUnsent ? (tx.actor.userId ?? null) : null,
  })
  // What waits is nobody's news yet.
  if (!isUnsent)
    await tx.record(fileAdded, {
      subjectId: id,
      partnershipId: about.partnershipId,
      visibility,
      payload: { name, subjectKind: about.kind, subjectId: about.id, bytes, hash },
    })
  if (checkState === "checking")
    await tx.enqueue(checkObject, { workspaceId, hash }, { key: `check ${workspaceId} ${hash}` })
  const row = await store.findFile(tx, id)
  if (!row) throw new Error("a file just written can be read")
  return row
}
