import { z } from "zod"
import { approvalRefusals, becauseShape } from "#contract/approvals"
import { abilityShape, endpoint, idShape, instantShape, moneyShape } from "#core/endpoint"
import { reasonsShape } from "#core/expression/shapes"
import { roleMayNot } from "#core/refusalTexts"
import { clauseDeviations, termKinds } from "../rules.ts"

const termValue = z.union([z.number(), z.string(), moneyShape]).nullable()

const textApproval = z.object({
  draftId: idShape,
  number: z.number().int().nullable().describe("the version that lies there; null where there is none"),
  deviations: z
    .object({
      clauses: z.array(z.object({ key: z.string(), heading: z.string(), how: z.enum(clauseDeviations) })),
      terms: z.array(z.object({ kind: z.enum(termKinds), ready: termValue, value: termValue })),
    })
    .describe("what the text says otherwise than the ready text of the partnership's type"),
  steps: z
    .array(
      z.object({
        name: z.string(),
        because: becauseShape.nullable(),
        isWaiting: z.boolean().describe("it is asked, and has not answered"),
        agreed: z
          .object({
            number: z.number().int().nullable().describe("the version that it agreed to"),
            hash: z.string().describe("SHA-256 of what it saw"),
            by: z.array(z.object({ name: z.string(), standsFor: z.string(), at: instantShape })),
          })
          .nullable()
          .describe("null: nobody has agreed to this yet"),
      }),
    )
    .describe("who approves this version before it is signed"),
  leftOut: z.array(z.object({ name: z.string(), reasons: reasonsShape })),
  approvalId: idShape.nullable().describe("what was asked about this version last"),
  abilities: z.object({ ask: abilityShape }),
})
export type TextApproval = z.input<typeof textApproval>

const params = { agreementDraft: idShape }

export const getTextApproval = endpoint("GET", "/agreement-drafts/:agreementDraft/approval", {
  summary:
    "What the text of a draft says otherwise than the ready text, who approves it before it is signed, and who has. The host's own affair.",
  reads: ["agreements", "approvals", "approval-rules"],
  params,
  output: textApproval,
  refusals: roleMayNot,
})

export const askTextApproval = endpoint("POST", "/agreement-drafts/:agreementDraft/approval", {
  summary:
    "Asks for approval of the version that lies before both sides. A later version asks anew by itself, and only whom it concerns.",
  changes: ["agreements", "approvals"],
  params,
  output: textApproval,
  refusals: {
    ...roleMayNot,
    ...approvalRefusals,
    "not-in-review": { status: 409, title: "This draft is not in review. Send it to review first." },
    "nothing-to-approve": {
      status: 409,
      title: "Nobody has to approve this version: it is approved, or no rule asks for it.",
    },
  },
})
