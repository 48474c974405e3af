import { z } from "zod"
import {
  abilityShape,
  countryShape,
  domainShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

export { listMarks, type MarkForHost, removeMark } from "./contract/marks.ts"

const words = z.array(textShape(80)).max(50)

/** What a person enters about an organization. */
const details = {
  name: textShape(),
  domains: z.array(domainShape).max(50).default([]),
  registrationNumber: textShape(60).optional(),
  country: countryShape.optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  regions: words.default([]),
  industries: words.default([]),
  capabilities: words.default([]),
  languages: words.default([]),
  size: textShape(40).optional(),
}

/** An organization as the host sees it. */
export const organizationForHost = z.object({
  id: idShape,
  name: z.string(),
  domains: z.array(z.string()),
  registrationNumber: z.string().nullable(),
  country: z.string().nullable(),
  website: z.string().nullable(),
  regions: z.array(z.string()),
  industries: z.array(z.string()),
  capabilities: z.array(z.string()),
  languages: z.array(z.string()),
  size: z.string().nullable(),
  version: z.number(),
  createdAt: instantShape,
  updatedAt: instantShape,
  abilities: z.object({ edit: abilityShape }),
})
export type OrganizationForHost = z.input<typeof organizationForHost>

const similar = z.object({
  id: idShape,
  name: z.string(),
  domains: z.array(z.string()),
  why: z.enum(["domain", "registration", "name"]),
})

export const listOrganizations = endpoint("GET", "/organizations", {
  summary: "Organizations by name; `search` finds names with typing errors, and domains.",
  reads: ["organizations"],
  query: {
    ...listQuery(["name", "-name", "createdAt", "-createdAt"]),
    search: textShape(100).optional(),
    country: countryShape.optional(),
  },
  output: listOf(organizationForHost),
})

export const getOrganization = endpoint("GET", "/organizations/:organization", {
  summary: "One organization.",
  reads: ["organizations"],
  params: { organization: idShape },
  output: organizationForHost,
})

export const findSimilarOrganizations = endpoint("GET", "/organizations-similar", {
  summary:
    "Organizations that may be the one about to be created: the same domain, the same number in a register, or nearly the same name.",
  reads: ["organizations"],
  query: {
    name: textShape(),
    domains: z.string().max(1_000).default("").describe("separated by spaces or commas"),
    registrationNumber: textShape(60).optional(),
    country: countryShape.optional(),
  },
  output: z.object({ items: z.array(similar) }),
  refusals: roleMayNot,
})

export const alreadyKnown = {
  "already-known": {
    status: 409,
    title: "A company with this domain or registration number is already known. Choose it, or create this one even so.",
  },
} as const

export const organizationNotKnown = {
  "organization-not-known": {
    status: 422,
    title: "This company is not known here. Choose another, or record it first.",
  },
} as const

/** For acts that are about a company: one that is known, or a new one recorded with them. */
export const organizationChoice = {
  organizationId: idShape.optional(),
  newOrganization: z
    .strictObject({
      name: textShape(),
      domains: z.array(domainShape).max(50).default([]),
      country: countryShape.optional(),
      registrationNumber: textShape(60).optional(),
      evenIfSimilar: z.boolean().default(false),
    })
    .optional(),
}

export const organizationChosen = {
  "organization-needed": { status: 422, title: "Name the company: either one that is known, or a new one." },
  ...organizationNotKnown,
  ...alreadyKnown,
} as const

export const createOrganization = endpoint("POST", "/organizations", {
  makes: true,
  summary:
    "Records an organization. One that shares a domain or a registration number with another is refused unless `evenIfSimilar` is set.",
  changes: ["organizations"],
  input: { ...details, evenIfSimilar: z.boolean().default(false) },
  output: organizationForHost,
  refusals: {
    ...roleMayNot,
    ...alreadyKnown,
  },
})

export const editOrganization = endpoint("PUT", "/organizations/:organization", {
  summary: "Replaces what is known of an organization.",
  changes: ["organizations"],
  params: { organization: idShape },
  input: details,
  edits: true,
  output: organizationForHost,
  refusals: { ...roleMayNot },
})
