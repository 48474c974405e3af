import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { recordFile } from "#modules/files"
import { newId } from "#platform/ids"
import { sealPdf } from "#platform/pdf-seal/sealPdf"
import type { Platform } from "#platform/platform"
import { keepBytes } from "#platform/storage/keep"
import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { ownSealer } from "./certificates.ts"
import * as store from "./store.ts"

/** A finished document, and what it is of. */
export type ToSeal = Readonly<{
  /** What it is the document of, which has one; what may be seen of that is seen of it. */
  subject: SubjectRef
  partnershipId: Id
  /** What `/verify` calls it to whoever holds the file. */
  title: string
  fileName: string
  pdf: Uint8Array
  /** SHA-256 of what was agreed to, hexadecimal, as the version has it. */
  contentHash: string
  /** How many people signed. */
  signers: number
  /** Why it was sealed, as programs show it beside the seal: one sentence, with the signers' names. */
  reason: string
}>

/** A document that was sealed. */
export type SealedDocument = Readonly<{
  id: Id
  partnershipId: Id
  subjectKind: string
  subjectId: Id
  /** Its file, of the host and seen by every party. */
  fileId: Id
  title: string
  /** Of the file with its seal. */
  sha256: string
  contentHash: string
  signers: number
  certificateSerial: string
  certificateUntil: Instant
  /** The instant that stands in the PDF, too. */
  sealedAt: Instant
}>

/**
 * Seals a document and keeps it: once for each subject. Called again, by whoever and however often, it answers what is there; a document that
 * was sealed and not written down before a crash is forgotten, and sealed anew from what is given. For jobs: it opens its own
 * transactions, so none may be open.
 */
export const sealAndKeep = async (
  platform: Pick<Platform, "config" | "storage" | "transact">,
  system: System,
  document: ToSeal,
): Promise<SealedDocument> => {
  const { subject, pdf, reason, title } = document
  const begun = await platform.transact(system, async (tx) => {
    const there = await sealedAs(tx, subject)
    return there ?? { by: await ownSealer(tx, platform), at: tx.now }
  })
  if (!("by" in begun)) return begun
  const { by, at } = begun
  const sealed = await sealPdf(pdf, { ...by, reason, at, field: "Keelson" })
  // Bytes whose row is never written are swept, as those of uploads that came to nothing.
  const kept = await keepBytes(platform, system.workspaceId, sealed)
  return platform.transact(system, async (tx) => {
    await store.lockSeal(tx, subject)
    const there = await sealedAs(tx, subject)
    if (there) return there
    const { partnershipId } = document
    const fileId = await recordFile(tx, {
      about: { ...subject, partnershipId },
      name: document.fileName,
      mediaType: "application/pdf",
      ...kept,
      by: { userId: null, name: "Keelson" },
      at,
      heldAs: "signed",
    })
    const row = {
      ...{ id: newId(), partnershipId, subjectKind: subject.kind, subjectId: subject.id, fileId, title },
      ...{ sha256: kept.hash, contentHash: document.contentHash, signers: document.signers },
      ...{ certificateSerial: by.serial, certificateUntil: by.validUntil, sealedAt: at },
    }
    await store.insertSealed(tx, row)
    return row
  })
}

const sealedAs = async (tx: WorkspaceTx, { kind, id }: SubjectRef): Promise<SealedDocument | undefined> =>
  (await store.sealedDocuments(tx, kind, [id]))[0]

/** The sealed documents of these things, each by what it is of, for views. */
export const sealedOf = async (
  tx: WorkspaceTx,
  subjects: readonly SubjectRef[],
): Promise<(subject: SubjectRef) => SealedDocument | undefined> => {
  const byKind = Map.groupBy(subjects, ({ kind }) => kind)
  const found = new Map<string, SealedDocument>()
  for (const [kind, refs] of byKind) {
    const ids = [...new Set(refs.map(({ id }) => id))]
    for (const row of await store.sealedDocuments(tx, kind, ids)) found.set(`${kind} ${row.subjectId}`, row)
  }
  return ({ kind, id }) => found.get(`${kind} ${id}`)
}
