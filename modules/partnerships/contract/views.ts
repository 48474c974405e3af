import { z } from "zod"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { partnershipTypes, stages } from "#rules/partnerships"

/** A company that takes part. */
export const partyShape = z.object({
  organizationId: idShape,
  name: z.string().nullable().describe("null when the reader may not see that company"),
  isLeading: z.boolean(),
  joinedOn: plainDateShape.nullable(),
  leftOn: plainDateShape.nullable(),
})

/** Whose something is. The name is null for the host, and where there is one company only. */
export const partyFields = {
  partyId: idShape,
  partyName: z.string().nullable().describe("the company, where several take part"),
}

/** Which company is meant, where several take part. */
export const partyInput = idShape
  .optional()
  .describe("the company, by its organization's id; needed where several take part")

export const partyRefusals = {
  "company-needed": { status: 422, title: "Several companies take part in this partnership. Say which one." },
  "no-such-party": { status: 422, title: "This company takes no part in the partnership. Choose one that does." },
} as const

/** What both sides know of a partnership by itself. */
export const partnershipShape = z.object({
  id: idShape,
  name: z.string(),
  organizationId: idShape,
  type: z.enum(partnershipTypes),
  stage: z.enum(stages),
  region: z.string().nullable(),
  tier: z.string().nullable(),
  program: z.string().nullable(),
  currency: z.string(),
  startedOn: plainDateShape.nullable(),
  endedOn: plainDateShape.nullable(),
})

/** What the host may know of it beside that. */
export const hostDetails = {
  reason: z.string().nullable().describe("why this partnership exists"),
  externalId: z.string().nullable(),
  parties: z.array(partyShape),
  createdAt: instantShape,
  updatedAt: instantShape,
  version: z.number().int(),
  moves: z.array(z.enum(stages)).describe("stages it may move to now"),
  abilities: z.object({ edit: abilityShape, move: abilityShape, note: abilityShape }),
}

/** What was recorded of a partnership, as an act on it left it. What follows from what happens in it is on its page (portfolio). */
export const partnershipRecord = partnershipShape.extend({
  organizationName: z.string(),
  ownerId: idShape.nullable(),
  ...hostDetails,
})
export type PartnershipRecord = z.input<typeof partnershipRecord>
