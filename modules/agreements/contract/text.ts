import { z } from "zod"
import { abilityShape, currencyShape, endpoint, idShape, instantShape, moneyShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { draftStates, marks, type TermKind, termKinds } from "../rules.ts"
import { clauseKey } from "./lines.ts"

const words = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).max(20_000),
  marks: z
    .array(z.strictObject({ type: z.enum(marks) }))
    .max(3)
    .optional(),
})
const termPlace = z.strictObject({ type: z.literal("term"), attrs: z.strictObject({ kind: z.enum(termKinds) }) })
const lineBreak = z.strictObject({ type: z.literal("hardBreak") })
export const inlineShape = z.discriminatedUnion("type", [words, termPlace, lineBreak])
const paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(inlineShape).max(1_000).optional() })

/** A list in a list in a list is as deep as contracts go. */
const listOf = <Inner extends z.ZodType>(inner: Inner) =>
  z.strictObject({
    type: z.enum(["bulletList", "orderedList"]),
    content: z
      .array(z.strictObject({ type: z.literal("listItem"), content: z.array(inner).min(1).max(50) }))
      .min(1)
      .max(200),
  })
const inInnermost = z.union([paragraph, listOf(paragraph)])
const block = z.union([paragraph, listOf(z.union([paragraph, listOf(inInnermost)]))])

export const clauseShape = z.strictObject({
  key: clauseKey.describe("stays with the clause wherever it stands; no two of a text are the same"),
  heading: z.string().trim().max(200),
  level: z.literal([1, 2]),
  content: z.array(block).max(200),
})

const percent = z.number().finite().min(0).max(100)
const days = z.number().int().min(0).max(3_650)
const termShapes = {
  margin: percent.describe("per cent").optional(),
  commission: percent.describe("per cent").optional(),
  territory: textShape(500).optional(),
  exclusivity: textShape(500).optional(),
  payment_days: days.optional(),
  answer_hours: z.number().finite().positive().max(8_784).optional(),
  protection_days: days.optional(),
  minimum_amount: moneyShape.optional(),
  liability_cap: moneyShape.optional(),
  governing_law: textShape(200).optional(),
} satisfies Record<TermKind, z.ZodType>
export const termsShape = z.strictObject(termShapes)

export const agreementText = z.strictObject({ clauses: z.array(clauseShape).max(200), terms: termsShape })

const party = {
  ...{ side: z.enum(["host", "partner"]), partyId: idShape },
  partyName: z.string().nullable().describe("which company, where several take part"),
}
/** The party that stands behind something, and who it was where the reader may know. */
const made = { ...party, by: z.string().nullable(), at: instantShape }

const versionSummary = z.object({
  id: idShape,
  number: z.number().int(),
  hash: z.string().describe("SHA-256 of the text and all that was agreed with it"),
  ...made,
  proposalId: idShape.nullable().describe("the proposal that it was made of"),
  agreedBy: z.array(z.object(made)).describe("the parties that hold it to be the one"),
})
export type VersionSummary = z.input<typeof versionSummary>

const textView = z.object({
  draftId: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  title: z.string(),
  state: z.enum(draftStates),
  currency: currencyShape.describe("the partnership's, for amounts that are named anew"),
  /** Null where it has no words yet. */
  text: agreementText.nullable(),
  /** The number of each clause, in their order. */
  numbers: z.array(z.string()),
  /** Terms that the words name and nobody has set: nobody agrees to a text that has one. */
  openTerms: z.array(z.enum(termKinds)),
  /** Numbers in words beside figures that say another number: "thirty (60) days". */
  doubts: z.array(
    z.object({
      key: z.string().describe("the clause"),
      words: z.string(),
      saidInWords: z.number(),
      figure: z.string(),
      saidInFigures: z.number(),
      term: z.enum(termKinds).nullable().describe("the term that the figure shows"),
      against: z.array(z.object({ kind: z.enum(termKinds), value: z.number() })).describe("terms that say otherwise"),
    }),
  ),
  /** What is promised in its clauses, and what becomes of it where its clause is taken out. */
  promised: z.array(
    z.object({
      key: z.string().describe("the clause"),
      title: z.string(),
      owedBy: z.enum(["host", "partner"]).nullable().describe("null of a goal"),
      partyId: idShape.nullable().describe("which company, where several take part"),
      partyName: z.string().nullable(),
      isStanding: z.boolean().describe("the agreement that is amended has it already"),
      endsOn: z
        .string()
        .nullable()
        .describe("its last day then; null where that is the day on which the draft is put in force"),
    }),
  ),
  /** The version that the words are of; null while the host writes what nobody else has read. */
  number: z.number().int().nullable(),
  versions: z.array(versionSummary),
  hasMoreVersions: z.boolean().describe("there are more than these"),
  inApprovalSince: instantShape
    .nullable()
    .describe("since when it waits to be approved at the host, and no more of that"),
  /** Parties that have not agreed to the version that lies before them. */
  missing: z.array(z.object(party)),
  /** A draft's, of which no words are shared: who edits counts its changes. */
  version: z.number(),
  abilities: z.object({ write: abilityShape, agree: abilityShape }),
})
export type AgreementTextView = z.input<typeof textView>

const params = { agreementDraft: idShape }

/** A clause as it is named beside what was promised in it. */
export const clauseName = z.object({ key: z.string(), number: z.string(), heading: z.string() })
export type ClauseName = z.input<typeof clauseName>

export const listAgreementClauses = endpoint("GET", "/agreements/:agreement/clauses", {
  summary:
    "The clauses of the words that hold, by number and heading: promises and goals say by its key which one they come from.",
  reads: ["agreements"],
  params: { agreement: idShape },
  output: z.object({
    draftId: idShape.nullable().describe("the draft whose words hold; null where there are none on file"),
    items: z.array(clauseName),
  }),
})

export const getAgreementText = endpoint("GET", "/agreement-drafts/:agreementDraft/text", {
  summary: "The words of a draft in clauses, its versions, and who agreed to which of them.",
  reads: ["agreements"],
  params,
  output: textView,
})

export const textRefusals = {
  "clause-key-doubled": { status: 422, title: "Two clauses have the same key. Give the copy a key of its own." },
  "text-too-long": {
    status: 422,
    title: "This text has more than 300,000 characters. Put what is longer into annexes, and name them here.",
  },
} as const

export const writeAgreementText = endpoint("PUT", "/agreement-drafts/:agreementDraft/text", {
  summary: "Writes the words of a draft. They are the host's own until the draft is sent to review.",
  changes: ["agreements"],
  params,
  input: { clauses: agreementText.shape.clauses, terms: termsShape.default({}) },
  edits: true,
  output: textView,
  refusals: {
    ...roleMayNot,
    ...textRefusals,
    "not-a-draft": { status: 409, title: "What is in review is not changed. Take it back first." },
  },
})

export const getAgreementVersion = endpoint("GET", "/agreement-versions/:agreementVersion", {
  summary: "One version of the words, as it was and stays.",
  reads: ["agreements"],
  params: { agreementVersion: idShape },
  output: versionSummary.extend({ text: agreementText }),
})

export const agreeToVersion = endpoint("POST", "/agreement-drafts/:agreementDraft/agree", {
  summary: "Says for one's own party that this version is the one. A later version is agreed to anew.",
  changes: ["agreements"],
  params,
  input: { number: z.number().int().min(1).max(100_000) },
  output: textView,
  refusals: {
    ...roleMayNot,
    "not-yours-to-agree": {
      status: 403,
      title: "Your role does not agree to agreements. Somebody who leads your team here does.",
    },
    "not-in-review": { status: 409, title: "This draft is not in review. Send it to review first." },
    "version-replaced": {
      status: 409,
      title: "A newer version has come meanwhile. Read it, and agree to that one.",
    },
    "terms-open": {
      status: 409,
      title: "The text names a term that nobody has set. Set it, or take it out, and agree to the version with it.",
    },
    "agreed-already": { status: 409, title: "Your side has agreed to this version already." },
  },
})
