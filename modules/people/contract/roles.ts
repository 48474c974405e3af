import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, plainDateShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { contactRoles } from "#rules/people"

const assignment = z.object({
  id: idShape,
  role: z.enum(contactRoles),
  ...partyFields,
  side: z.enum(["host", "partner"]),
  contactId: idShape,
  contactName: z.string().nullable().describe("null when the reader may not see that person"),
  contactTitle: z.string().nullable(),
  contactEmail: z.string().nullable(),
  fromOn: plainDateShape,
  toOn: plainDateShape.nullable().describe("the last day, included; null while it lasts"),
})
export type RoleAssignment = z.input<typeof assignment>

export const getPartnershipPeople = endpoint("GET", "/partnerships/:partnership/people", {
  summary: "Who plays which part on either side, who did before, and which parts nobody plays.",
  reads: ["contacts", "roles"],
  params: { partnership: idShape },
  output: z.object({
    current: z.array(assignment),
    past: z.array(assignment),
    vacancies: z.array(
      z.object({
        ...partyFields,
        side: z.enum(["host", "partner"]),
        role: z.enum(contactRoles),
        sinceOn: plainDateShape.nullable().describe("null when nobody ever held it"),
        lastHolder: z.string().nullable(),
      }),
    ),
    abilities: z.object({ assign: abilityShape }),
  }),
})

export const assignRole = endpoint("POST", "/partnerships/:partnership/roles", {
  makes: true,
  summary: "Gives a person a part in a partnership, from a day on.",
  changes: ["roles"],
  params: { partnership: idShape },
  input: {
    contactId: idShape,
    role: z.enum(contactRoles),
    fromOn: plainDateShape.optional().describe("today when left out"),
  },
  output: assignment,
  refusals: {
    ...roleMayNot,
    "contact-not-known": { status: 422, title: "This person is not known here. Record them first." },
    "other-company": { status: 422, title: "This person works for a company that is no party of this partnership." },
    "already-assigned": { status: 409, title: "This person already has this role here." },
    "starts-in-future": { status: 422, title: "A role begins today or earlier. Record it on the day it begins." },
  },
})

export const endRole = endpoint("POST", "/roles/:assignment/end", {
  summary: "Ends a role; it stays in the history.",
  changes: ["roles"],
  params: { assignment: idShape },
  input: { toOn: plainDateShape.optional().describe("the last day; today when left out") },
  output: assignment,
  refusals: {
    ...roleMayNot,
    "already-ended": { status: 409, title: "This role ended already." },
    "ends-before-start": { status: 422, title: "A role cannot end before it began. Choose a later day." },
    "ends-in-future": { status: 422, title: "A role ends today or earlier. Record it on the day it ends." },
  },
})
