import type { Upload } from "#core/endpoint"
import { refuse } from "#core/refusal"
import { action, everyone, nothing } from "#platform/action"
import { type LookedAt, lookAtPdf } from "#platform/pdf-seal/lookAtPdf"
import { authoritiesAsPem, ownCertificates } from "./certificates.ts"
import * as contract from "./contract.ts"
import { outcomeOf } from "./rules.ts"
import * as store from "./store.ts"

type Looked = Upload & Readonly<{ looked: LookedAt }>

const verify = action(contract.verifyDocument, {
  load: nothing,
  may: everyone,
  // Before the transaction, which would hold a connection while a stranger's file is read.
  receive: async (upload): Promise<Looked | ReturnType<typeof refuse<"file-is-empty" | "not-a-pdf">>> => {
    if (upload.bytes === 0) return refuse("file-is-empty")
    const looked = await lookAtPdf(upload.path)
    return looked.isPdf ? { ...upload, looked } : refuse("not-a-pdf")
  },
  act: async ({ tx, now }, _, { upload }) => {
    const { hash: sha256, looked } = upload as Looked
    const ended = (certificateUntil: string) => ({ certificateUntil, hasCertificateEnded: certificateUntil < now })
    // The very file is known by all of its bytes; its seals need not be asked.
    const found = await store.sealedFile(tx, sha256)
    if (found) {
      const { certificateUntil, ...document } = found
      return { outcome: "sealed" as const, sha256, document, ...ended(certificateUntil) }
    }
    const certificateOf = await ownCertificates(tx)
    const seals = looked.seals.map((each) => ({ ...each, own: each.certificate && certificateOf(each.certificate) }))
    const outcome = outcomeOf(seals.map((each) => ({ ...each, isOurs: each.own !== undefined })))
    if (outcome === "unknown" && looked.isEncrypted) return refuse("pdf-encrypted")
    const last = outcome === "unlisted" ? seals.findLast(({ own }) => own)?.own : undefined
    const until = last ? ended(last.validUntil) : { certificateUntil: null, hasCertificateEnded: false }
    return { outcome, sha256, document: null, ...until }
  },
})

const authority = action(contract.getSealAuthority, {
  load: nothing,
  may: everyone,
  act: async ({ tx }) => {
    const content = await authoritiesAsPem(tx)
    return content === "" ? refuse("nothing-sealed-yet") : { fileName: "keelson-authority.pem", content }
  },
})

export const actions = [verify, authority]
