import { z } from "zod"
import { organizationNotKnown } from "#contract/organizations"
import { abilityShape, endpoint, idShape, instantShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { personErased } from "./members.ts"

const contact = z.object({
  id: idShape,
  side: z.enum(["host", "partner"]),
  organizationId: idShape.nullable(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  createdAt: instantShape,
  isErased: z.boolean().describe("their name was taken out of everything, and none is given to them again"),
  version: z.number().int(),
  abilities: z.object({ edit: abilityShape }),
})
export type Contact = z.input<typeof contact>

const details = {
  name: textShape(120),
  email: z.email("an e-mail address, such as kim@example.com").max(254).toLowerCase().optional(),
  title: textShape(120).optional(),
  phone: textShape(40).optional(),
}

export const listContacts = endpoint("GET", "/contacts", {
  summary: "People on either side, by name.",
  reads: ["contacts"],
  query: {
    ...listQuery(["name", "-name"]),
    side: z.enum(["host", "partner"]).optional(),
    organization: idShape.optional(),
    search: textShape(100).optional(),
  },
  output: listOf(contact),
})

export const createContact = endpoint("POST", "/contacts", {
  makes: true,
  summary: "Records a person: of a partner organization, or of the host when no organization is named.",
  changes: ["contacts"],
  input: { ...details, organizationId: idShape.optional() },
  output: contact,
  refusals: {
    ...roleMayNot,
    ...organizationNotKnown,
  },
})

export const editContact = endpoint("PUT", "/contacts/:contact", {
  summary: "Replaces what is known of a person.",
  changes: ["contacts"],
  params: { contact: idShape },
  input: details,
  edits: true,
  output: contact,
  refusals: { ...roleMayNot, ...personErased },
})

export const deleteContact = endpoint("DELETE", "/contacts/:contact", {
  summary: "Deletes a person who never held a role. Others stay, because history is kept.",
  changes: ["contacts"],
  params: { contact: idShape },
  output: z.object({ id: idShape }),
  refusals: {
    ...roleMayNot,
    "has-history": {
      status: 409,
      title: "This person held a role in a partnership and stays in its history. End the role instead.",
    },
  },
})
