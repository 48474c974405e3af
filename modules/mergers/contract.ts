import { z } from "zod"
import { organizationNotKnown } from "#contract/organizations"
import { abilityShape, domainShape, endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { mergedFields, mergerKinds } from "./rules.ts"

const company = z.object({ id: idShape, name: z.string() })
const value = z.union([z.string(), z.array(z.string()), z.null()])
const counted = z.object({ table: z.string(), count: z.number() })

/** What a merger did, and what undoing it left because somebody had changed it since. */
const kept = z.object({ fields: z.array(z.string()), rows: z.array(counted) })

const merger = z.object({
  id: idShape,
  kind: z.enum(mergerKinds),
  former: company.describe("whose it was; of a merge, the company that is no more"),
  next: company.describe("whose it is"),
  moved: z.array(counted),
  madeBy: z.string().nullable(),
  madeAt: instantShape,
  undoneAt: instantShape.nullable(),
  abilities: z.object({ undo: abilityShape }),
})
export type Merger = z.input<typeof merger>

const inTheWay = {
  "same-company": { status: 422, title: "This is one company already. Choose another one." },
  "import-under-way": {
    status: 409,
    title: "A file is being imported or taken back right now. Wait until it is done, then try again.",
  },
  "both-in-one-partnership": {
    status: 409,
    title:
      "Both companies take or took part in one partnership, each with promises and figures of its own. They stay two there, so they cannot become one.",
  },
  "same-partnership-twice": {
    status: 409,
    title:
      "Each of the two has a partnership of the same type in the same program that has not ended. Which one goes on? End the other first, then merge.",
  },
  "access-ended-for-one": {
    status: 409,
    title:
      "Somebody signs in for the company that goes, and their access for the one that stays has ended. End it for both first, and invite them again afterwards if you want to.",
  },
  "too-many-domains": {
    status: 409,
    title: "Together they have more than 50 web domains. Take some out of one of the companies first.",
  },
} as const

export const previewMerge = endpoint("GET", "/organizations/:organization/merge-preview", {
  summary:
    "What would move if another company became part of this one, in which fields they differ, and who would see more.",
  reads: ["organizations", "partnerships", "people"],
  params: { organization: idShape },
  query: { goes: idShape.describe("the company that would be no more") },
  output: z.object({
    stays: company,
    goes: company,
    moves: z.array(counted),
    domains: z.array(z.string()),
    fields: z.array(z.object({ field: z.enum(mergedFields), stays: value, goes: value })),
    seeMore: z.array(
      z.object({ id: idShape, name: z.string(), company: z.string(), partnerships: z.array(z.string()) }),
    ),
  }),
  refusals: { ...roleMayNot, ...organizationNotKnown, ...inTheWay },
})

export const mergeOrganizations = endpoint("POST", "/organizations/:organization/merge", {
  summary:
    "Makes one company of two: everything that names the other names this one from now on. Partnerships stay the partnerships they are. Can be undone.",
  changes: ["organizations", "partnerships", "people"],
  params: { organization: idShape },
  input: {
    goes: idShape.describe("the company that is no more afterwards"),
    take: z
      .array(z.enum(mergedFields))
      .max(mergedFields.length)
      .default([])
      .describe("fields in which the other is right"),
    seeMore: z
      .array(idShape)
      .max(5_000)
      .default([])
      .describe("people of either company who shall see what the other one has: those whom the preview names"),
  },
  output: merger,
  refusals: {
    ...roleMayNot,
    ...organizationNotKnown,
    ...inTheWay,
    "access-widens": {
      status: 409,
      title:
        "People of one company would see what the other has with you, and you have not said that they shall. Look at whom the preview names.",
    },
  },
})

export const undoMerger = endpoint("POST", "/mergers/:merger/undo", {
  summary:
    "Makes two companies again: what went along goes back, and what came since stays. Says what was changed since and is kept.",
  changes: ["organizations", "partnerships", "people"],
  params: { merger: idShape },
  input: {},
  output: z.object({ merger, kept }),
  refusals: {
    ...roleMayNot,
    "import-under-way": inTheWay["import-under-way"],
    "already-undone": { status: 409, title: "This has been undone already." },
    "undone-by-merging": { status: 409, title: "A part that was taken out comes back by merging the two companies." },
    "later-one-first": {
      status: 409,
      title: "The company has since become part of another one. Undo that first, then this.",
    },
  },
})

const ids = (most: number) => z.array(idShape).max(most).default([])

export const splitOrganization = endpoint("POST", "/organizations/:organization/split", {
  makes: true,
  summary:
    "Takes a part of a company out into a new one: partnerships with all that belongs to them, people, and by what it is known.",
  changes: ["organizations", "partnerships", "people"],
  params: { organization: idShape },
  input: {
    name: textShape(),
    partnerships: ids(1_000),
    contacts: ids(10_000),
    people: ids(1_000).describe("those who sign in for it"),
    marks: ids(1_000).describe("names and ids by which files know it"),
    domains: z.array(domainShape).max(50).default([]),
    takesExternalId: z.boolean().default(false),
  },
  output: merger,
  refusals: {
    ...roleMayNot,
    "import-under-way": inTheWay["import-under-way"],
    "nothing-taken-out": { status: 422, title: "Choose what the new company takes along." },
    "not-of-this-company": {
      status: 409,
      title: "Something that was chosen is no longer this company's. Look at it again and choose anew.",
    },
  },
})

/** What of a company can be taken out of it. */
export const getSplittable = endpoint("GET", "/organizations/:organization/splittable", {
  summary: "What a company could be split by: its partnerships, people, and by what it is known.",
  reads: ["organizations", "partnerships", "people"],
  params: { organization: idShape },
  output: z.object({
    partnerships: z.array(company),
    contacts: z.array(company.extend({ partnerships: z.array(idShape).describe("in which they play a part") })),
    hasMoreContacts: z.boolean(),
    people: z.array(company),
    marks: z.array(z.object({ id: idShape, kind: z.enum(["domain", "external_id", "name"]), value: z.string() })),
    domains: z.array(z.string()),
    externalId: z.string().nullable(),
  }),
  refusals: roleMayNot,
})

export const listMergers = endpoint("GET", "/organizations/:organization/mergers", {
  summary: "What became part of a company, and what was taken out of it, newest first.",
  reads: ["organizations"],
  params: { organization: idShape },
  output: z.object({ items: z.array(merger), abilities: z.object({ merge: abilityShape }) }),
  refusals: roleMayNot,
})

/** What leads to a company that is no more: an address that somebody kept, an entry of the ledger. */
export const getMergedInto = endpoint("GET", "/organizations/:organization/merged-into", {
  summary:
    "The company that a former one has become part of, directly or by way of others; null where it is still there.",
  reads: ["organizations"],
  params: { organization: idShape.describe("the company that is no more") },
  output: z.object({ went: z.object({ former: company, next: company }).nullable() }),
  refusals: roleMayNot,
})

export const listAlikeOrganizations = endpoint("GET", "/organizations-alike", {
  summary: "Pairs of companies that may be one, by the rule by which imports tell companies apart.",
  reads: ["organizations"],
  output: z.object({
    items: z.array(
      z.object({
        one: company,
        other: company,
        why: z.enum(["same", "group-on-one-domain", "second-domain", "like-name"]),
      }),
    ),
    isWhole: z
      .boolean()
      .describe("false where there are more companies than are compared, or more pairs than are shown"),
    abilities: z.object({ merge: abilityShape }),
  }),
  refusals: roleMayNot,
})
