import { z } from "zod"
import { organizationNotKnown } from "#contract/organizations"
import {
  abilityShape,
  countryShape,
  domainShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { conflictKinds, listedKinds } from "../rules.ts"

export const conflictShape = z.object({
  kind: z.enum(conflictKinds),
  isSerious: z.boolean().describe("approving the candidate even so takes a word why"),
  name: z.string().describe("whom or what it meets"),
  organizationId: idShape.nullable(),
  partnershipId: idShape.nullable(),
  candidateId: idShape.nullable(),
  on: plainDateShape.nullable().describe("since when, or when it ended"),
  note: z.string().nullable(),
})
export type ConflictView = z.input<typeof conflictShape>

export const findConflicts = endpoint("GET", "/candidate-conflicts", {
  summary:
    "What stands against taking a company as a partner: our own, a competitor, known already, a partner or candidate already. By a company that is known, or by what one is called.",
  reads: ["candidates", "ideal-profiles", "organizations", "partnerships", "members"],
  query: {
    organization: idShape.optional(),
    candidate: idShape.optional().describe("the candidate itself, which does not stand against itself"),
    name: textShape().optional(),
    domains: z.string().max(1_000).default("").describe("separated by spaces or commas"),
    registrationNumber: textShape(60).optional(),
    country: countryShape.optional(),
  },
  output: z.object({ items: z.array(conflictShape) }),
  refusals: {
    ...roleMayNot,
    ...organizationNotKnown,
    "organization-needed": { status: 422, title: "Name the company: either one that is known, or a new one." },
  },
})

const listed = z.object({
  id: idShape,
  kind: z.enum(listedKinds),
  name: z.string(),
  domains: z.array(z.string()),
  note: z.string().nullable(),
  addedBy: z.string().nullable(),
  addedAt: instantShape,
  abilities: z.object({ remove: abilityShape }),
})
export type ListedView = z.input<typeof listed>

export const listConflictList = endpoint("GET", "/conflict-list", {
  summary: "Companies with which working together would be, or might be, a conflict of interest, by name.",
  reads: ["candidates", "members"],
  query: { ...listQuery(["name", "-name", "-addedAt", "addedAt"]), kind: z.enum(listedKinds).optional() },
  output: listOf(listed),
  refusals: roleMayNot,
})

export const addToConflictList = endpoint("POST", "/conflict-list", {
  makes: true,
  summary:
    "Lists companies as competitors, customers or ruled out. Those listed so already are told, not listed twice, and take the domains that they did not have.",
  changes: ["candidates"],
  input: {
    kind: z.enum(listedKinds),
    companies: z
      .array(z.strictObject({ name: textShape(), domains: z.array(domainShape).max(10).default([]) }))
      .min(1)
      .max(500),
    note: textShape(500).optional(),
  },
  output: z.object({ added: z.number().int(), known: z.array(z.string()).describe("were listed so already") }),
  refusals: {
    ...roleMayNot,
    "conflict-list-full": { status: 409, title: "The conflict list holds at most 2,000 companies. Remove some first." },
  },
})

export const removeFromConflictList = endpoint("DELETE", "/conflict-list/:entry", {
  summary: "Takes a company off the conflict list. What was decided while it was there keeps saying so.",
  changes: ["candidates"],
  params: { entry: idShape },
  output: z.object({ id: idShape }),
  refusals: roleMayNot,
})
