import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

export const certificates = tableOf()(
  "certificate",
  ["id", "organizationId", "contactId", "kind", "issuedOn", "validUntil", "retractedAt"],
  { made: ["recordedAt"] },
)
export type CertificateRow = Row<typeof certificates>

/** Those of these companies' people that count, the latest first. */
export const certificatesOf = (tx: WorkspaceTx, companies: readonly Id[], most: number) =>
  certificates
    .rows(tx)
    .where("organizationId", "=", anyOf(companies))
    .where("retractedAt", "is", null)
    .orderBy("issuedOn", "desc")
    .orderBy("id")
    .limit(most)
    .execute()
