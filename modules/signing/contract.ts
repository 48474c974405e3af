import { z } from "zod"
import { cannotHold, notAgreed } from "#contract/agreements"
import { attentionShape } from "#core/attention"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { beingSigned, roleMayNot } from "#core/refusalTexts"
import { mostSigners, mostTyped, roundStates, signerStates, signingMethods } from "./rules.ts"

const side = z.enum(["host", "partner"])
const party = { side, partyName: z.string().nullable().describe("which company, where several take part") }

/** A signature as it is put down by hand: strokes of points on a sheet of 1000 by 300, from its upper left. */
const strokes = z
  .array(
    z
      .array(z.tuple([z.number().int().min(0).max(1_000), z.number().int().min(0).max(300)]))
      .min(1)
      .max(500),
  )
  .min(1)
  .max(60)
const markShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("typed"), text: textShape(mostTyped) }),
  z.strictObject({ kind: z.literal("drawn"), strokes }),
])

const signerView = z.object({
  id: idShape,
  ...party,
  name: z.string(),
  email: z.string().nullable().describe("null where the reader is of another company"),
  place: z.number().int().describe("of an ordered round: who stands earlier signs earlier"),
  hasAccount: z.boolean().describe("signs signed in; everybody else by a link and a code from their mailbox"),
  isYou: z.boolean(),
  state: z.enum(signerStates),
  isInTurn: z.boolean(),
  askedAt: instantShape.nullable(),
  remindedAt: instantShape.nullable(),
  mailedAt: instantShape.nullable().describe("when the last link to them really went out; null for a partner"),
  doneAt: instantShape.nullable(),
  method: z.enum(signingMethods).nullable(),
  mark: markShape.nullable(),
  insteadOf: z
    .object({ name: z.string(), by: z.string(), reason: z.string(), at: instantShape })
    .nullable()
    .describe("whose place they took, who arranged that, when and why"),
  version: z.number(),
  abilities: z.object({
    sign: abilityShape,
    decline: abilityShape,
    replace: abilityShape,
    remove: abilityShape,
    remind: abilityShape,
  }),
})
export type SignerView = z.input<typeof signerView>

const signingView = z.object({
  id: idShape,
  draftId: idShape,
  partnershipId: idShape,
  versionNumber: z.number().int(),
  hash: z.string().describe("SHA-256 of what is signed: words, terms, promises and goals"),
  state: z.enum(roundStates),
  isOrdered: z.boolean(),
  mayHandOver: z.boolean(),
  startedAt: instantShape,
  startedBy: z.string().nullable(),
  ended: z
    .object({
      ...party,
      by: z.string().nullable(),
      at: instantShape,
      reason: z.string().nullable().describe("null where it was not given, or not to the reader's company"),
    })
    .nullable(),
  /** When what all had signed was put in force, or why it could not be yet. */
  concludedAt: instantShape.nullable(),
  stuck: z.string().nullable(),
  /** The finished document, once it is sealed. */
  sealed: z.object({ fileId: idShape, sha256: z.string(), at: instantShape }).nullable(),
  signers: z.array(signerView),
  version: z.number(),
  abilities: z.object({ recall: abilityShape }),
})
export type SigningView = z.input<typeof signingView>

const overview = z.object({
  draftId: idShape,
  /** The round under way, or the last one; null where it was never to be signed. */
  latest: signingView.nullable(),
  /** Rounds before, the newest first: signatures in them hold no more. */
  earlier: z.array(signingView),
  parties: z.array(z.object({ partyId: idShape, ...party, name: z.string() })),
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
    "not-your-turn": { status: 409, title: "Others sign first. Whoever is in turn is told." },
    "other-text": { status: 409, title: "What is signed is another text than the one you read. Open it anew." },
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
    "not-your-turn": { status: 409, title: "Others sign first. Whoever is in turn is told." },
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
