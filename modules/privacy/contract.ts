import { z } from "zod"
import { keepsOwner } from "#contract/people"
import {
  abilityShape,
  downloadShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { personKinds } from "./rules.ts"

const personParam = { person: idShape.describe("a member, a partner's person or a contact, by their id") }

const known = z.object({
  kind: z.enum(personKinds),
  id: idShape,
  name: z.string(),
  email: z.string().nullable(),
  /** The company they are known for; null on the host's side. */
  organizationId: idShape.nullable(),
  isErased: z.boolean(),
})

const count = z.object({ kind: z.string(), rows: z.number() })

const personalData = z.object({
  /** Everything the workspace knows this person as: the same account, or the same address. */
  person: z.array(known),
  /** What is kept that names them or points to them, by table. */
  held: z.array(count),
  /** What they look after, and somebody else must when they go. */
  belongings: z.array(count),
  abilities: z.object({ erase: abilityShape }),
})
export type PersonalData = z.input<typeof personalData>

export const getPersonalData = endpoint("GET", "/personal-data/:person", {
  summary: "What the workspace keeps about one person, counted, and what an erasure of them would do.",
  reads: ["members", "partner-users", "contacts"],
  params: personParam,
  output: personalData,
  refusals: roleMayNot,
})

const json = "application/json; charset=utf-8"

export const exportPersonalData = endpoint("GET", "/personal-data/:person/export", {
  summary:
    "What the workspace keeps about one person, as one JSON document: by module and table, with an index. That it was taken is written down.",
  reads: ["members", "partner-users", "contacts"],
  params: personParam,
  output: downloadShape,
  downloads: json,
  refusals: roleMayNot,
})

export const exportOwnData = endpoint("GET", "/own-data/export", {
  summary: "What the workspace keeps about whoever asks, as far as they may see it, as one JSON document.",
  reads: ["members", "partner-users", "contacts"],
  output: downloadShape,
  downloads: json,
  refusals: {
    ...roleMayNot,
    "no-partnership": {
      status: 409,
      title: "Your company has no partnership here any more. Ask the company that runs this workspace for your data.",
    },
  },
})

export const eraseRefusals = {
  ...keepsOwner,
  "already-erased": { status: 409, title: "This person has been erased already." },
  "not-the-name": {
    status: 422,
    title: "That is not this person's name. Type it as it is shown: an erasure cannot be undone.",
  },
  "successor-needed": {
    status: 422,
    title: "This person looks after partnerships or has tasks to do. Choose who takes them over.",
  },
  "successor-not-known": { status: 422, title: "Choose another member who is still here." },
} as const

const erasure = z.object({
  id: idShape,
  askedAt: instantShape,
  askedBy: z.string().nullable().describe("who asked for it; null where the person did"),
  doneAt: instantShape.nullable(),
  rows: z.number().describe("how many rows were changed"),
})
export type Erasure = z.input<typeof erasure>

export const erasePerson = endpoint("POST", "/personal-data/:person/erasure", {
  makes: true,
  summary:
    "Erases a person: their names and addresses become a mark everywhere, also in the ledger; what they did stays, by nobody. Cannot be undone.",
  changes: ["members", "partner-users", "contacts", "invitations", "partnerships", "tasks", "erasures"],
  params: personParam,
  input: {
    typed: textShape(200).describe("the person's name, to confirm it"),
    successorId: idShape.optional().describe("the member who takes over what they look after"),
  },
  output: erasure,
  refusals: eraseRefusals,
})

export const listErasures = endpoint("GET", "/erasures", {
  summary: "Who was erased, by nothing but ids, and when; newest first.",
  reads: ["erasures"],
  query: listQuery(["-askedAt"]),
  output: listOf(erasure),
  refusals: roleMayNot,
})

const kept = z.object({
  kind: z.string(),
  days: z.number(),
  usualDays: z.number(),
  leastDays: z.number(),
  mostDays: z.number(),
})
const retention = z.object({ items: z.array(kept), abilities: z.object({ change: abilityShape }) })

export const getRetention = endpoint("GET", "/retention", {
  summary: "How many days each kind of thing is kept that nobody needs for ever, and what may be chosen.",
  reads: ["retention"],
  output: retention,
  refusals: roleMayNot,
})

export const setRetention = endpoint("PUT", "/retention", {
  summary: "Says how many days things of one kind are kept. What is older is deleted with the next day, for good.",
  changes: ["retention"],
  input: { keeps: textShape(40).describe("the kind, as the list names it"), days: z.int().min(1).max(3_650) },
  output: retention,
  refusals: {
    ...roleMayNot,
    "nothing-of-that-kind": {
      status: 422,
      title: "Nothing of that kind is kept for a time only. Choose one of the list.",
    },
    "days-out-of-range": {
      status: 422,
      title: "That is too short or too long. Choose a number of days within the limits.",
    },
  },
})
