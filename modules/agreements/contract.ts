import { z } from "zod"
import { approvalRefusals } from "#contract/approvals"
import { heldFile, heldFileRefusals } from "#contract/files"
import { partyInput, partyRefusals } from "#contract/partnerships"
import { attentionShape } from "#core/attention"
import { abilityShape, endpoint, idShape, moneyShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { cadences, evidenceNeeds, measures } from "#rules/commitments"
import { objectiveCategories, ramps } from "#rules/objectives"
import { agreementStates } from "./rules.ts"

export { getTemplate } from "./contract/templates.ts"

const amount = z.number().finite().positive().max(1e15)
const weight = z.number().finite().positive().max(1_000).default(1)

/** One goal as it was signed. Its term is the agreement's when left out. */
const objectiveLine = z.strictObject({
  category: z.enum(objectiveCategories),
  metric: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, "a metric's key: lower-case letters, digits and underscores"),
  title: textShape(),
  clause: textShape(200).optional(),
  target: amount,
  unit: textShape(40),
  startsOn: plainDateShape.optional(),
  endsOn: plainDateShape.optional(),
  ramp: z.enum(ramps).default("linear"),
  weight,
  hostOwnerId: idShape.optional(),
  partnerOwnerId: idShape.optional(),
  party: idShape.optional().describe("the company whose goal it is; everybody's together when left out"),
})

/** One promise as it was signed. Its term is the agreement's when left out; one that is due once is due on its last day. */
const commitmentLine = z
  .strictObject({
    owedBy: z.enum(["host", "partner"]),
    party: partyInput,
    title: textShape(),
    clause: textShape(200).optional(),
    measure: z.enum(measures),
    cadence: z.enum(cadences),
    amount: amount.optional(),
    unit: textShape(40).optional(),
    withinHours: z.number().finite().positive().max(8_784).optional(),
    startsOn: plainDateShape.optional(),
    endsOn: plainDateShape.optional(),
    windowDays: z.number().int().min(0).max(366).default(7),
    evidenceNeeded: z.enum(evidenceNeeds).default("any"),
    weight,
  })
  .refine(({ measure, withinHours }) => (measure === "within_hours") === (withinHours !== undefined), {
    path: ["withinHours"],
    error: "hours, for a promise that is measured in hours, and only for one",
  })
  .refine(({ measure, amount: much }) => measure !== "amount_per_period" || much !== undefined, {
    path: ["amount"],
    error: "the amount promised for each period",
  })

const term = {
  title: textShape(),
  startsOn: plainDateShape,
  endsOn: plainDateShape.optional(),
  noticeDays: z.number().int().min(0).max(3_650).optional(),
  autoRenews: z.boolean().default(false),
}

/** What both sides signed. Both see the same record; only `abilities` differ. */
export const agreementView = z.object({
  id: idShape,
  partnershipId: idShape,
  title: z.string(),
  state: z.enum(agreementStates),
  isInForce: z.boolean(),
  signedOn: plainDateShape.nullable(),
  /** What both sides signed, as somebody uploaded it. Nobody has checked the signatures. */
  signedFile: heldFile.nullable(),
  startsOn: plainDateShape,
  endsOn: plainDateShape.nullable(),
  autoRenews: z.boolean(),
  noticeDays: z.number().nullable(),
  /** The last workday on which notice can be given. */
  noticeOn: plainDateShape.nullable(),
  value: moneyShape.nullable(),
  objectives: z.number(),
  commitments: z.object({ host: z.number(), partner: z.number() }),
  version: z.number(),
  abilities: z.object({ edit: abilityShape, terminate: abilityShape, nameSignedFile: abilityShape }),
})
export type AgreementView = z.input<typeof agreementView>

const outOfOrder = {
  "dates-out-of-order": {
    status: 422,
    title: "The dates do not fit together. Each line must lie inside the agreement's term.",
  },
} as const
const notInForce = { "not-in-force": { status: 409, title: "This agreement is not in force any more." } } as const

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
  summary: "Enters a signed agreement with its objectives and both sides' promises, in one act.",
  changes: ["agreements", "commitments", "objectives"],
  params: { partnership: idShape },
  input: {
    ...term,
    signedOn: plainDateShape.optional(),
    value: moneyShape.optional(),
    objectives: z.array(objectiveLine).max(50).default([]),
    commitments: z.array(commitmentLine).max(100).default([]),
  },
  output: agreementView,
  refusals: {
    ...roleMayNot,
    ...outOfOrder,
    ...partyRefusals,
    "objective-needs-end": {
      status: 422,
      title: "An objective needs a last day. Give the agreement or the objective one.",
    },
    "unknown-owner": { status: 422, title: "An owner of an objective is not a member or contact of this workspace." },
  },
})

export const editAgreement = endpoint("PUT", "/agreements/:agreement", {
  summary:
    "Changes an agreement's title, dates or notice. Promises that ran to its end follow it; what waits to be approved is void.",
  changes: ["agreements", "commitments", "objectives", "approvals"],
  params: { agreement: idShape },
  input: term,
  edits: true,
  output: agreementView,
  refusals: { ...roleMayNot, ...outOfOrder, ...notInForce },
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
    "pdf-expected": { status: 422, title: "What was signed is kept as a PDF. Save or scan it as one and add that." },
    "not-yet-signed": { status: 422, title: "An agreement cannot have been signed on a day that has not come yet." },
  },
})

/** What is asked for when a termination has to be approved. */
const termination = { endsOn: plainDateShape, reason: textShape(2_000) }
export const terminationIntent = z.object(termination)

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
    "outside-term": { status: 422, title: "The last day must lie inside the agreement's term." },
  },
})

/** An agreement of which a day is near. */
/** The agreement that ends next. `noticeOn` is the last workday to give notice; null when no notice was agreed. */
export const nextEnd = agreementView
  .pick({ title: true, noticeOn: true, autoRenews: true })
  .extend({ agreementId: idShape, endsOn: plainDateShape })
export type NextEnd = z.input<typeof nextEnd>

const deadline = nextEnd.extend({ partnershipId: idShape, partnershipName: z.string() })
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
