import { z } from "zod"
import { heldFile, heldFileRefusals } from "#contract/files"
import { partyRefusals } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { beingSigned, roleMayNot } from "#core/refusalTexts"
import { draftKinds, draftStates, findingCodes } from "../rules.ts"
import { cannotHold, notAgreed, notInForce, ofValidFrom } from "./holding.ts"
import { content, draftContent, lines, signer, termAmended } from "./lines.ts"
import { clauseName } from "./text.ts"

/** Any value of a field that an amendment changes, as the draft holds it. */
const value = z.unknown()
const fieldChange = z.object({ field: z.string(), before: value, after: value })
const lineChange = z.object({ title: z.string(), owedBy: z.enum(["host", "partner"]).nullable() })
const linesChanged = z.object({
  added: z.array(lineChange),
  removed: z.array(lineChange),
  changed: z.array(lineChange.extend({ fields: z.array(fieldChange) })),
})

/** A draft among the others of its partnership. */
const draftSummary = z.object({
  id: idShape,
  partnershipId: idShape,
  /** The agreement that it amends. */
  agreementId: idShape.nullable(),
  agreementTitle: z.string().nullable(),
  kind: z.enum(draftKinds),
  state: z.enum(draftStates),
  title: z.string(),
  reason: z.string().nullable(),
  validFrom: plainDateShape.nullable(),
  hostSigner: z.string().nullable(),
  partnerSigner: z.string().nullable(),
  signedOn: plainDateShape.nullable(),
  /** What both sides signed, where it was added when it was put in force. */
  signedFile: heldFile.nullable(),
  inForceAt: instantShape.nullable(),
  inApprovalSince: instantShape.nullable().describe("since when its text waits to be approved at the host"),
  /** The partner does not see it yet. */
  isPrivate: z.boolean(),
  changes: z.object({ term: z.array(fieldChange), objectives: linesChanged, commitments: linesChanged }).nullable(),
  version: z.number(),
})
export type DraftSummary = z.input<typeof draftSummary>

const finding = z.object({
  code: z.enum(findingCodes),
  blocks: z.boolean(),
  at: z.string(),
  title: z.string().nullable(),
  otherId: idShape.nullable(),
})

const openDraft = draftSummary.extend({
  partnershipName: z.string(),
  writtenAt: instantShape,
  /** Null where the reader may not know who wrote it. */
  writtenBy: z.string().nullable(),
  /** What stands in its way, of what its own words tell; its review says the rest. */
  missing: z.array(finding.pick({ code: true, title: true })),
})
export type OpenDraft = z.input<typeof openDraft>

const abilities = z.object({
  edit: abilityShape,
  review: abilityShape,
  takeBack: abilityShape,
  putInForce: abilityShape,
  withdraw: abilityShape,
  rebase: abilityShape,
})

/** All that a reviewer looks at before it is put in force. */
const draftView = draftSummary.extend({
  partnershipName: z.string(),
  /** It has words, on a page of their own. */
  hasText: z.boolean(),
  /** Of its words. */
  clauses: z.array(clauseName),
  content: draftContent,
  /** Of each promise of the content, in its order: the next days on which it would fall due, and how much a part of a period would ask for. */
  nextDays: z.array(z.array(z.object({ dueOn: plainDateShape, amount: z.number().nullable() }))),
  /** Of each objective of the content, in its order: its curve, as far as its term is known. */
  curves: z.array(z.array(z.object({ on: plainDateShape, target: z.number() }))),
  /** Of each objective of the content, in its order: its target until now, where a change of it can be meant in two ways. */
  targetsUntilNow: z.array(z.number().nullable()),
  /** The last day of notice, and the workday by which to act. */
  lastNoticeOn: plainDateShape.nullable(),
  noticeOn: plainDateShape.nullable(),
  findings: z.array(finding),
  abilities,
})
export type DraftView = z.input<typeof draftView>

export const notYetSigned = {
  "not-yet-signed": { status: 422, title: "An agreement cannot have been signed on a day that has not come yet." },
} as const

export const pdfExpected = {
  "pdf-expected": { status: 422, title: "What was signed is kept as a PDF. Save or scan it as one and add that." },
} as const

const ofContent = {
  ...roleMayNot,
  ...partyRefusals,
  "unknown-owner": { status: 422, title: "An owner of an objective is not a member or contact of this workspace." },
  "no-such-line": {
    status: 422,
    title: "A line stands for an objective or promise that this agreement does not have.",
  },
  "no-such-clause": {
    status: 422,
    title: "A promise or goal names a clause that the text does not have. Choose one that is there, or none.",
  },
} as const
const movedOn = {
  "draft-moved-on": { status: 409, title: "This draft has moved on meanwhile. Look at where it stands." },
} as const

export const listAgreementDrafts = endpoint("GET", "/partnerships/:partnership/agreement-drafts", {
  summary: "What is written of a partnership's agreements: drafts, and the amendments there were, the newest first.",
  reads: ["agreements", "commitments", "objectives"],
  params: { partnership: idShape },
  output: z.object({ items: z.array(draftSummary), abilities: z.object({ draft: abilityShape }) }),
})

export const listOpenDrafts = endpoint("GET", "/agreement-drafts", {
  summary:
    "What is written and neither in force nor withdrawn, over all partnerships, the newest first: by whom, since when, and what is missing.",
  reads: ["agreements", "commitments", "objectives"],
  output: z.object({ items: z.array(openDraft), isMore: z.boolean().describe("there are more than these hundred") }),
})

export const draftAgreement = endpoint("POST", "/partnerships/:partnership/agreement-drafts", {
  makes: true,
  summary:
    "Writes the first version of an agreement. It binds nobody, and only the host reads it until it is sent to review.",
  changes: ["agreements"],
  params: { partnership: idShape },
  input: { ...content, ...lines },
  output: draftView,
  refusals: ofContent,
})

export const amendAgreement = endpoint("POST", "/agreements/:agreement/amendments", {
  makes: true,
  summary:
    "Begins an amendment of an agreement that is in force: a correction of what was entered wrongly, or a change that was agreed. What is left out stays as it is.",
  changes: ["agreements"],
  params: { agreement: idShape },
  input: {
    kind: z.enum(["correction", "change"]).default("correction"),
    validFrom: plainDateShape.optional().describe("the day from which a change holds"),
    reason: textShape(2_000),
    title: content.title.optional(),
    startsOn: content.startsOn.optional(),
    endsOn: plainDateShape.nullable().optional(),
    ...termAmended,
    autoRenews: z.boolean().optional(),
    value: content.value.nullable(),
  },
  output: draftView,
  refusals: {
    ...ofContent,
    ...notInForce,
    ...ofValidFrom,
  },
})

export const getAgreementDraft = endpoint("GET", "/agreement-drafts/:agreementDraft", {
  summary:
    "A draft as it is reviewed: its lines with their next days and curves, what is missing or odd, what it changes.",
  reads: ["agreements", "commitments", "objectives"],
  params: { agreementDraft: idShape },
  output: draftView,
})

export const editAgreementDraft = endpoint("PUT", "/agreement-drafts/:agreementDraft", {
  summary: "Writes a draft anew.",
  changes: ["agreements"],
  params: { agreementDraft: idShape },
  input: {
    ...content,
    ...lines,
    validFrom: plainDateShape.optional(),
    reason: textShape(2_000).optional(),
  },
  edits: true,
  output: draftView,
  refusals: {
    ...ofContent,
    ...ofValidFrom,
    "first-version-only": {
      status: 422,
      title:
        "Only what is signed for the first time begins with its last signature. Say the day from which a change holds.",
    },
    "not-a-draft": { status: 409, title: "What is in review is not changed. Take it back first." },
  },
})

/** What the amendment and another one both changed. */
const collision = z.object({ at: z.string(), field: z.string().nullable(), theirs: value, ours: value })

export const rebaseAgreementDraft = endpoint("POST", "/agreement-drafts/:agreementDraft/rebase", {
  summary:
    "Writes an amendment upon what the agreement is by now. What it changes stays; what another amendment changed too is named.",
  changes: ["agreements"],
  params: { agreementDraft: idShape },
  output: draftView.extend({ collisions: z.array(collision) }),
  refusals: {
    ...roleMayNot,
    ...notInForce,
    "not-a-draft": { status: 409, title: "What is in review is not changed. Take it back first." },
    "up-to-date": {
      status: 409,
      title: "The agreement has not been changed since. There is nothing to bring up to date.",
    },
  },
})

export const moveAgreementDraft = endpoint("POST", "/agreement-drafts/:agreementDraft/move", {
  summary: "Sends a draft to review, where the partner reads it too, takes it back from there, or withdraws it.",
  changes: ["agreements"],
  params: { agreementDraft: idShape },
  input: { to: z.enum(["in_review", "draft", "withdrawn"]) },
  output: draftView,
  refusals: { ...roleMayNot, ...beingSigned, ...movedOn },
})

export const putInForce = endpoint("POST", "/agreement-drafts/:agreementDraft/put-in-force", {
  summary:
    "Puts what was reviewed in force, and says who signed it for each side and when. A change whose day has not come is kept until then.",
  changes: ["agreements", "commitments", "objectives", "approvals", "files"],
  params: { agreementDraft: idShape },
  input: {
    hostSigner: signer.optional(),
    partnerSigner: signer.optional(),
    signedOn: plainDateShape.optional(),
    takenOver: z
      .boolean()
      .default(false)
      .describe("a first version that is in force already, and of which no signature is on file"),
    signedFileId: idShape.optional().describe("the PDF that both sides signed, of the files of this draft"),
    backwards: z
      .object({ host: z.boolean(), partner: z.boolean() })
      .optional()
      .describe(
        "who agreed that a time promised by a change holds for what was answered between its day and now; only where both did, it does",
      ),
  },
  output: draftView,
  refusals: {
    ...roleMayNot,
    ...beingSigned,
    ...heldFileRefusals,
    ...pdfExpected,
    "not-reviewed": { status: 409, title: "Only what was reviewed is put in force. Send the draft to review first." },
    ...notAgreed,
    "signature-needed": {
      status: 422,
      title:
        "Nothing is in force unsigned: say who signed for each side and on which day. An agreement that was in force before can be taken over without its signature on file.",
    },
    ...notYetSigned,
    ...cannotHold,
  },
})
