import { z } from "zod"
import { organizationChoice, organizationChosen, organizationNotKnown } from "#contract/organizations"
import { currencyShape, endpoint, idShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes, stages } from "#rules/partnerships"
import { partnershipRecord } from "./views.ts"

const type = z.enum(partnershipTypes)

/** What a person says about a partnership. */
const details = {
  name: textShape().optional().describe("the company's name when left out"),
  type,
  ownerId: idShape.optional(),
  region: textShape(80).optional(),
  tier: textShape(80).optional(),
  program: textShape(80).optional(),
  currency: currencyShape.optional().describe("the workspace's when left out"),
  startedOn: plainDateShape.optional(),
  reason: textShape(2_000).optional().describe("why this partnership exists"),
}

export const ownerMust = {
  "owner-not-known": {
    status: 422,
    title: "The owner must be an active member of this workspace. Choose another person.",
  },
} as const

export const createPartnership = endpoint("POST", "/partnerships", {
  makes: true,
  summary: "Records a partnership with a known organization, or with a new one in the same act.",
  changes: ["organizations", "partnerships"],
  input: {
    ...details,
    stage: z.enum(["identified", "qualifying", "negotiating", "onboarding", "active"]).default("active"),
    ...organizationChoice,
  },
  output: partnershipRecord,
  refusals: {
    ...roleMayNot,
    ...ownerMust,
    ...organizationChosen,
  },
})

export const editPartnership = endpoint("PUT", "/partnerships/:partnership", {
  summary: "Replaces what is known of a partnership. Its stage moves by an act of its own.",
  changes: ["partnerships"],
  params: { partnership: idShape },
  input: { ...details, name: textShape(), currency: currencyShape },
  edits: true,
  output: partnershipRecord,
  refusals: { ...roleMayNot, ...ownerMust },
})

export const movePartnership = endpoint("POST", "/partnerships/:partnership/move", {
  summary: "Moves a partnership to another stage and records why.",
  changes: ["partnerships"],
  params: { partnership: idShape },
  input: { to: z.enum(stages), reason: textShape(1_000).optional() },
  edits: true,
  output: partnershipRecord,
  refusals: {
    ...roleMayNot,
    "move-not-allowed": {
      status: 409,
      title: "This stage cannot follow the present one. Choose one of the allowed stages.",
    },
    "reason-needed": { status: 422, title: "Say why, so that others understand this later." },
  },
})

const consortiumOnly = {
  "not-a-consortium": { status: 409, title: "Only a consortium has further parties. Change the type first." },
} as const

export const addParty = endpoint("POST", "/partnerships/:partnership/parties", {
  makes: true,
  summary: "Adds a company to a consortium.",
  changes: ["partnerships"],
  params: { partnership: idShape },
  input: { organizationId: idShape, joinedOn: plainDateShape.optional() },
  output: partnershipRecord,
  refusals: {
    ...roleMayNot,
    ...consortiumOnly,
    ...organizationNotKnown,
    "already-a-party": { status: 409, title: "This company is already a party." },
  },
})

export const removeParty = endpoint("POST", "/partnerships/:partnership/parties/:organization/leave", {
  summary: "Records that a company left a consortium; its part in the past stays.",
  changes: ["partnerships"],
  params: { partnership: idShape, organization: idShape },
  input: { leftOn: plainDateShape.optional() },
  output: partnershipRecord,
  refusals: {
    ...roleMayNot,
    ...consortiumOnly,
    "not-a-party": { status: 409, title: "This company is not a party now." },
  },
})
