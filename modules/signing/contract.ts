import { z } from "zod"
import { cannotHold, notAgreed, notYetSigned, pdfExpected } from "#contract/agreements"
import { heldFileRefusals } from "#contract/files"
import { attentionShape } from "#core/attention"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { beingSigned, roleMayNot } from "#core/refusalTexts"
import { markShape, party, signingView } from "./contract/views.ts"
import { countingDays, mostSigners } from "./rules.ts"

export type { SignerView, SigningView } from "./contract/views.ts"

const overview = z.object({
  draftId: idShape,
  /** The round under way, or the last one; null where it was never to be signed. */
  latest: signingView.nullable(),
  /** Rounds before, the newest first: signatures in them hold no more. */
  earlier: z.array(signingView),
  parties: z.array(z.object({ ...party, name: z.string() })),
  timeZone: z.string(),
  /** The day that a signature put down now counts for, in the agreement's time zone. */
  countsOn: plainDateShape,
  abilities: z.object({ start: abilityShape }),
})
export type SigningOverview = z.input<typeof overview>

const over = {
  "signing-over": { status: 409, title: "This signing is over. Look at what became of it." },
  "signed-already": { status: 409, title: "This was signed already. A signature that was given stands." },
  "not-signing": { status: 409, title: "Somebody else signs here by now. Look at who does." },
} as const
const notYours = {
  "not-yours-to-sign": { status: 403, title: "Only whoever is named as the signer does this, with their own account." },
} as const
const doubled = {
  "signer-doubled": { status: 422, title: "This address signs here already. Each signer has a mailbox of their own." },
} as const

const notYourTurn = {
  "not-your-turn": { status: 409, title: "Others sign first. Whoever is in turn is told." },
} as const
const otherText = {
  "other-text": { status: 409, title: "What is signed is another text than the one you read. Open it anew." },
} as const

const reason = textShape(2_000)
const ofDraft = { agreementDraft: idShape }
const ofSigner = { agreementSigner: idShape }
const person = { name: textShape(200), email: z.email().max(254) }

export const getSigning = endpoint("GET", "/agreement-drafts/:agreementDraft/signing", {
  summary: "How an agreement is signed: who signs in which order, who has, and what became of earlier rounds.",
  reads: ["signing", "agreements"],
  params: ofDraft,
  output: overview,
})

export const startSigning = endpoint("POST", "/agreement-drafts/:agreementDraft/signing", {
  makes: true,
  summary:
    "Has the version signed that every party agreed to. Whoever is named with an account signs signed in, everybody else by a link and a code from their own mailbox.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofDraft,
  input: {
    signers: z
      .array(
        z.strictObject({
          partyId: idShape,
          ...person,
          place: z.number().int().min(1).max(mostSigners).default(1).describe("who signs earlier has a lower one"),
        }),
      )
      .min(1)
      .max(mostSigners),
    isOrdered: z.boolean().default(false).describe("one place after the other"),
    mayHandOver: z.boolean().default(true).describe("whether a signer may name somebody else of their own party"),
  },
  output: overview,
  refusals: {
    ...roleMayNot,
    ...beingSigned,
    ...notAgreed,
    ...cannotHold,
    ...doubled,
    "not-in-review": { status: 409, title: "This draft is not in review. Send it to review first." },
    "no-words": {
      status: 409,
      title: "This draft has no words to sign. Write its text first, or add the PDF that was signed.",
    },
    "text-in-doubt": {
      status: 409,
      title: "A number in words and the figure beside it differ. Choose one of them in the text first.",
    },
    "party-without-signer": { status: 422, title: "Somebody of each party signs. Name a signer for each." },
  },
})

export const signAgreement = endpoint("POST", "/agreement-signers/:agreementSigner/sign", {
  summary: "Signs, as the person who is signed in. Pressed twice, the first time counts.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofSigner,
  input: {
    mark: markShape,
    hash: textShape(64).describe("SHA-256 of what was read, as `hash` of the signing"),
  },
  output: overview,
  refusals: {
    ...notYours,
    ...over,
    ...notYourTurn,
    ...otherText,
  },
})

export const signedOnPaper = endpoint("POST", "/agreement-signers/:agreementSigner/paper", {
  summary:
    "Puts down that somebody signed on paper: the PDF of it, among the files of the draft, and the day written on it. Nobody checks it, and the certificate says so.",
  changes: ["signing", "agreements", "negotiation", "files"],
  params: ofSigner,
  input: {
    fileId: idShape.describe("the scan, of the files of this draft"),
    paperOn: plainDateShape.describe("the day written on it"),
    countsFor: z
      .enum(countingDays)
      .default("uploaded")
      .describe("for which day it counts: that of the upload, as every signature, or the one written on it"),
  },
  output: overview,
  refusals: {
    ...roleMayNot,
    ...over,
    ...heldFileRefusals,
    ...pdfExpected,
    ...notYourTurn,
    ...otherText,
    ...notYetSigned,
  },
})

export const declineSigning = endpoint("POST", "/agreement-signers/:agreementSigner/decline", {
  summary: "Says no, with a reason: nobody signs any more, and the text lies before both sides again.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofSigner,
  input: {
    reason,
    isShared: z.boolean().default(false).describe("whether other companies of a consortium read the reason too"),
  },
  output: overview,
  refusals: { ...notYours, ...over },
})

export const replaceSigner = endpoint("POST", "/agreement-signers/:agreementSigner/replace", {
  summary: "Names somebody else of the same party to sign. An old link works no more.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofSigner,
  input: { ...person, reason },
  output: overview,
  refusals: {
    ...notYours,
    ...over,
    ...doubled,
    "no-hand-over": {
      status: 403,
      title: "Who signs is arranged by the other side here. Ask them to name somebody else.",
    },
  },
})

export const removeSigner = endpoint("POST", "/agreement-signers/:agreementSigner/remove", {
  summary: "Lets one of several signers of a party go.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofSigner,
  input: { reason },
  output: overview,
  refusals: {
    ...roleMayNot,
    ...over,
    "last-of-party": { status: 409, title: "Nobody else signs for this party. Name somebody else instead." },
  },
})

export const remindSigner = endpoint("POST", "/agreement-signers/:agreementSigner/remind", {
  summary: "Asks a signer again whose turn it is. A link that was mailed before works no more.",
  changes: ["signing", "agreements", "negotiation"],
  params: ofSigner,
  output: overview,
  refusals: {
    ...roleMayNot,
    ...over,
    ...notYourTurn,
    "reminded-just-now": { status: 429, title: "They were asked less than an hour ago. Give them a little time." },
  },
})

export const recallSigning = endpoint("POST", "/agreement-signings/:agreementSigning/recall", {
  summary:
    "Recalls an agreement from signing: signatures in this round hold no more, and the text can be changed again.",
  changes: ["signing", "agreements", "negotiation"],
  params: { agreementSigning: idShape },
  input: { reason },
  output: overview,
  refusals: { ...roleMayNot, ...over },
})

const waitingSignature = z.object({
  id: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  draftId: idShape,
  title: z.string(),
  askedAt: instantShape,
})

/** What waits for one's own signature, on the home page. */
export const signaturesWaiting = attentionShape(
  "signatures",
  waitingSignature,
  ["waiting"],
  ({ id, partnershipId }) => ({
    id,
    partnershipId,
    on: null,
  }),
)
