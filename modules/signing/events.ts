import { z } from "zod"
import { event } from "#platform/event"

/** The agreement's title, and the version that is signed. */
const of = { title: z.string(), kind: z.string(), number: z.number() }
const round = { subject: "agreement_signing", visibility: "shared" } as const
const signer = { subject: "agreement_signer", visibility: "shared" } as const
const named = { ...of, name: z.string() }

export const signingStarted = event("agreement_signing.started", { ...round, payload: { ...of, hash: z.string() } })
export const signingRecalled = event("agreement_signing.recalled", { ...round, payload: { ...of, reason: z.string() } })
/** Why, is told to those who may read it. */
export const signingDeclined = event("agreement_signing.declined", { ...round, payload: named })
export const signedByAll = event("agreement_signing.finished", { ...round, payload: { ...of, hash: z.string() } })
/** The finished document is on file, with its own SHA-256. */
export const signedFileSealed = event("agreement_signing.sealed", { ...round, payload: { ...of, sha256: z.string() } })
export const signingStuck = event("agreement_signing.stuck", { ...round, payload: { ...of, why: z.string() } })
export const signatureAsked = event("agreement_signer.asked", { ...signer, payload: named })
export const signatureGiven = event("agreement_signer.signed", {
  ...signer,
  payload: { ...named, hash: z.string(), method: z.string() },
})
export const signerReplaced = event("agreement_signer.replaced", {
  ...signer,
  payload: { ...named, instead: z.string() },
})
export const signerRemoved = event("agreement_signer.removed", { ...signer, payload: named })

export const events = [
  ...[signingStarted, signingRecalled, signingDeclined, signedByAll, signedFileSealed, signingStuck],
  ...[signatureAsked, signatureGiven, signerReplaced, signerRemoved],
]
