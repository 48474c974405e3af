import { z } from "zod"
import { approvalRefusals } from "#contract/approvals"
import { heldFile, heldFileRefusals } from "#contract/files"
import { partyRefusals } from "#contract/partnerships"
import { attentionShape } from "#core/attention"
import { abilityShape, endpoint, idShape, moneyShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { notYetSigned, pdfExpected } from "./contract/drafts.ts"
import { notInForce } from "./contract/holding.ts"
import {
  commitmentLine,
  noticeSaidTwice,
  objectiveLine,
  shareUneven,
  signer,
  term,
  termShown,
} from "./contract/lines.ts"
import { standingNotice } from "./contract/notice.ts"
import { agreementStates, renewals, signingStates } from "./rules.ts"

export * from "./contract/approving.ts"
export { beginningWords } from "./contract/beginningWords.ts"
export * from "./contract/documents.ts"
export * from "./contract/drafts.ts"
export { cannotHold, notAgreed } from "./contract/holding.ts"
export * from "./contract/library.ts"
export * from "./contract/notice.ts"
export { noticeParts, renewalWords } from "./contract/noticeWords.ts"
export { periodWords } from "./contract/periodWords.ts"
export * from "./contract/redline.ts"
export { getTemplate } from "./contract/templates.ts"
export * from "./contract/text.ts"

/** What both sides signed. Both see the same record; only `abilities` differ. */
export const agreementView = z.object({
  id: idShape,
  partnershipId: idShape,
  title: z.string(),
  state: z.enum(agreementStates),
  isInForce: z.boolean(),
  signedOn: plainDateShape.nullable(),
  hostSigner: z.string().nullable(),
  partnerSigner: z.string().nullable(),
  /** What is on file of the signatures; "not_on_file" was taken over as in force. */
  signing: z.enum(signingStates),
  /** What both sides signed, as somebody uploaded it. Nobody has checked the signatures. */
  signedFile: heldFile.nullable(),
  textDraftId: idShape.nullable().describe("the draft whose words hold now; null where it has none on file"),
  startsOn: plainDateShape,
  endsOn: plainDateShape.nullable(),
  autoRenews: z.boolean(),
  /** Where nobody wrote down for how long it renews, after its last day only that it did is known, and no new end. */
  renewal: z.enum(renewals),
  /** How often it has renewed itself, and its end as it was signed where it has. */
  renewed: z.number(),
  firstEndsOn: plainDateShape.nullable(),
  ...termShown,
  /** The last day on which notice can be given, to 24:00 where its days end, and the workday by which to act. */
  lastNoticeOn: plainDateShape.nullable(),
  noticeOn: plainDateShape.nullable(),
  /** Notice that was given and stands. */
  notice: standingNotice.nullable(),
  value: moneyShape.nullable(),
  objectives: z.number(),
  commitments: z.object({ host: z.number(), partner: z.number() }),
  version: z.number(),
  abilities: z.object({
    edit: abilityShape,
    amend: abilityShape,
    terminate: abilityShape,
    giveNotice: abilityShape,
    nameSignedFile: abilityShape,
    nameSigners: abilityShape,
  }),
})
export type AgreementView = z.input<typeof agreementView>

const outOfOrder = {
  "dates-out-of-order": {
    status: 422,
    title: "The dates do not fit together. Each line must lie inside the agreement's term.",
  },
} as const

export const listAgreements = endpoint("GET", "/partnerships/:partnership/agreements", {
  summary: "The agreements of a partnership, the newest term first.",
  reads: ["agreements", "commitments", "objectives", "approvals"],
  params: { partnership: idShape },
  output: z.object({ items: z.array(agreementView), abilities: z.object({ enter: abilityShape }) }),
})

export const getAgreement = endpoint("GET", "/agreements/:agreement", {
  summary: "One agreement.",
  reads: ["agreements", "commitments", "objectives", "approvals"],
  params: { agreement: idShape },
  output: agreementView,
})

export const enterAgreement = endpoint("POST", "/partnerships/:partnership/agreements", {
  makes: true,
  summary:
    "Enters an agreement that was signed elsewhere, with its objectives and both sides' promises, in one act. Where nobody says who signed it and when, it is taken over as in force with no signature on file.",
  changes: ["agreements", "commitments", "objectives"],
  params: { partnership: idShape },
  input: {
    ...term,
    signedOn: plainDateShape.optional(),
    hostSigner: signer.optional(),
    partnerSigner: signer.optional(),
    value: moneyShape.optional(),
    objectives: z.array(objectiveLine).max(50).default([]),
    commitments: z.array(commitmentLine).max(100).default([]),
  },
  output: agreementView,
  refusals: {
    ...roleMayNot,
    ...outOfOrder,
    ...notYetSigned,
    ...noticeSaidTwice,
    ...partyRefusals,
    ...shareUneven,
    "objective-needs-end": {
      status: 422,
      title: "An objective needs a last day. Give the agreement or the objective one.",
    },
    "unknown-owner": { status: 422, title: "An owner of an objective is not a member or contact of this workspace." },
  },
})

export const editAgreement = endpoint("PUT", "/agreements/:agreement", {
  summary:
    "Puts right an agreement's title, dates or notice as they were entered, in one act that is kept as an amendment. Promises that ran to its end follow it; what waits to be approved is void.",
  changes: ["agreements", "commitments", "objectives", "approvals"],
  params: { agreement: idShape },
  input: term,
  edits: true,
  output: agreementView,
  refusals: { ...roleMayNot, ...outOfOrder, ...noticeSaidTwice, ...notInForce },
})

export const nameSignedFile = endpoint("POST", "/agreements/:agreement/signed-file", {
  summary: "Names, of the agreement's files, the PDF that both sides signed. An earlier one stays on record.",
  changes: ["agreements", "files"],
  params: { agreement: idShape },
  input: { fileId: idShape, signedOn: plainDateShape.optional().describe("as it was when left out") },
  output: agreementView,
  refusals: {
    ...roleMayNot,
    ...heldFileRefusals,
    ...pdfExpected,
    ...notYetSigned,
  },
})

export const nameSigners = endpoint("POST", "/agreements/:agreement/signers", {
  summary: "Says who signed an agreement for each side and when, where that was not on file.",
  changes: ["agreements"],
  params: { agreement: idShape },
  input: { hostSigner: signer.optional(), partnerSigner: signer.optional(), signedOn: plainDateShape.optional() },
  output: agreementView,
  refusals: { ...roleMayNot, ...notYetSigned },
})

/** What is asked for when a termination has to be approved. */
const termination = { endsOn: plainDateShape, reason: textShape(2_000) }
export const terminationIntent = z.object(termination)
/** What conditions read of any end that has to be approved. */
export const endingIntent = z.object({ endsOn: plainDateShape })

export const terminateAgreement = endpoint("POST", "/agreements/:agreement/terminate", {
  summary:
    "Ends an agreement on a day inside its term, or asks for the approval that the workspace wants first. Nothing falls due after that day.",
  changes: ["agreements", "commitments", "objectives", "approvals"],
  params: { agreement: idShape },
  input: termination,
  output: agreementView,
  refusals: {
    ...roleMayNot,
    ...notInForce,
    ...approvalRefusals,
    "outside-term": { status: 422, title: "The day must lie inside the agreement's term." },
  },
})

/** The agreement that ends next. `noticeOn` is the workday by which to give notice; null when none was agreed, or it was given. */
export const nextEnd = agreementView
  .pick({ title: true, noticeOn: true, autoRenews: true })
  .extend({ agreementId: idShape, endsOn: plainDateShape })
export type NextEnd = z.input<typeof nextEnd>

/** One of which a day is near; of an agreement without end the last day of notice for its next exit. */
const deadline = nextEnd.extend({
  partnershipId: idShape,
  partnershipName: z.string(),
  endsOn: plainDateShape.nullable(),
  lastNoticeOn: plainDateShape.nullable(),
})
export type Deadline = z.input<typeof deadline>

export const noticesNear = attentionShape(
  "agreement_notices",
  deadline,
  ["near"],
  ({ agreementId, partnershipId, noticeOn }) => ({ id: agreementId, partnershipId, on: noticeOn }),
)
export const endingsNear = attentionShape(
  "agreement_endings",
  deadline,
  ["near"],
  ({ agreementId, partnershipId, endsOn }) => ({ id: agreementId, partnershipId, on: endsOn }),
)
