import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import { fileAdded } from "./events.ts"
import type { Hold } from "./rules.ts"
import * as store from "./store.ts"

type Recorded = Readonly<{
  about: Readonly<{ kind: string; id: Id; partnershipId: Id }>
  name: string
  mediaType: string
  hash: string
  bytes: number
  /** Nobody's account where Keelson made it. */
  by: Readonly<{ userId: string | null; name: string }>
  at: Instant
  heldAs: Hold | null
  /** Where it came from, if not from what happens here. */
  source?: string
}>

/** Writes down a shared file of the host whose bytes are in the store: one that Keelson made, or that came at some time past. Answers its id. */
export const recordFile = async (
  tx: Tx<System>,
  { about, hash, bytes, by, at, name, source, ...file }: Recorded,
): Promise<Id> => {
  await store.keepObject(tx, { hash, bytes }, "unchecked")
  const id = newId()
  const subject = { subjectKind: about.kind, subjectId: about.id }
  await store.insertFile(tx, {
    id,
    ...subject,
    ...file,
    name,
    hash,
    partnershipId: about.partnershipId,
    partyId: tx.actor.workspaceId,
    uploadedBy: by.userId,
    uploaderName: by.name,
    uploadedAt: at,
  })
  await tx.record(fileAdded, {
    subjectId: id,
    partnershipId: about.partnershipId,
    occurredAt: at,
    ...(source === undefined ? {} : { source }),
    visibility: "shared",
    payload: { name, ...subject, bytes, hash },
  })
  return id
}
