import { z } from "zod"
import { endpoint, idShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const hit = z.object({
  kind: z.string().describe("partnership, organization, contact or what else the modules let be found"),
  id: idShape,
  name: z.string(),
  detail: z.string().nullable().describe("the company, or a contact's title"),
  partnershipId: idShape.optional().describe("on whose page it is, of what has none of its own"),
  thread: z.string().optional().describe("the discussion it stands in, as the address of that page names it"),
  organizationId: idShape.nullable().describe("the company it belongs to; null for the host's own people"),
})

export const search = endpoint("GET", "/search", {
  summary:
    "Partnerships, organizations, contacts and what else has a name, nearest first; forgives typing errors. Comments by their words. At most 20.",
  reads: ["comments", "contacts", "organizations", "partnerships"],
  query: { text: textShape(100) },
  output: z.object({
    items: z.array(hit),
    isWhole: z.boolean().describe("false: things of some kind could not be looked through just now"),
  }),
  refusals: roleMayNot,
})
