import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { Tx, WorkspaceTx } from "#platform/tx"

const sealed = tableOf()("sealedDocument", ["id"])

export const insertSealed = sealed.insert

/** Of these things of one kind the documents that were sealed. */
export const sealedDocuments = ({ db, actor }: WorkspaceTx, kind: string, ids: readonly Id[]) =>
  db
    .selectFrom("sealedDocument")
    .select([
      "id",
      "partnershipId",
      "subjectKind",
      "subjectId",
      "fileId",
      "title",
      "sha256",
      "contentHash",
      "signers",
      "certificateSerial",
      "certificateUntil",
      "sealedAt",
    ])
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectKind", "=", kind)
    .where("subjectId", "=", anyOf(ids))
    .execute()

/** Whoever seals the same thing waits until this one is done with it. */
export const lockSeal = async (
  { db, actor }: WorkspaceTx,
  { kind, id }: Readonly<{ kind: string; id: Id }>,
): Promise<void> => {
  const what = `seal of ${actor.workspaceId} ${kind} ${id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(db)
}

export type KeptCertificate = Readonly<{
  serial: string
  kind: "authority" | "seal"
  /** The authority that it was made by. */
  issuer: string | null
  /** The certificate itself. */
  der: Buffer
  /** Encrypted with the installation's secret. */
  key: Buffer
  validUntil: Instant
}>

/** Every certificate this installation ever had, the one that ends last first. */
export const certificates = async ({ db }: Tx): Promise<readonly KeptCertificate[]> =>
  (await sql<KeptCertificate>`select * from seal_certificates()`.execute(db)).rows

/** Of several servers one makes a certificate, and the others find it. */
export const lockCertificates = async ({ db }: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('certificates to seal with', 0))`.execute(db)
}

export const keepCertificate = async (
  { db, now }: Tx,
  { serial, kind, issuer, der, key, validUntil }: KeptCertificate,
): Promise<void> => {
  await sql`select keep_seal_certificate(${serial}, ${kind}, ${issuer}, ${der}, ${key}, ${now}, ${validUntil},
    ${now})`.execute(db)
}

export type SealedFile = Readonly<{
  workspaceName: string
  title: string
  signers: number
  sealedAt: Instant
  certificateUntil: Instant
}>

/** The document whose sealed file has this SHA-256, in whatever workspace. */
export const sealedFile = async ({ db }: Tx, hash: string): Promise<SealedFile | undefined> =>
  (await sql<SealedFile>`select * from sealed_file(${hash})`.execute(db)).rows[0]
