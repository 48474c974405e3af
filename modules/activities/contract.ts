import { z } from "zod"
import { partyFields, partyInput, partyRefusals } from "#contract/partnerships"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { alreadyRetracted, inTheFuture, roleMayNot } from "#core/refusalTexts"
import { directions } from "./rules.ts"

export { activityKinds, directions } from "./rules.ts"

const visibility = z.enum(["shared", "host", "partner"])

/** An activity, as either side sees those it may see. */
export const activity = z.object({
  id: idShape,
  partnershipId: idShape,
  kind: z.string(),
  partyId: idShape.nullable().describe("who turned to the other; null is both"),
  partyName: partyFields.partyName,
  direction: z.enum(directions),
  occurredAt: instantShape,
  recordedAt: instantShape,
  person: z.string().nullable(),
  contactId: idShape.nullable(),
  summary: z.string().nullable(),
  effortMinutes: z.number().nullable(),
  visibility,
  source: z.string(),
  retractedAt: instantShape.nullable(),
  abilities: z.object({ retract: abilityShape }),
})
export type Activity = z.input<typeof activity>

export const recordActivity = endpoint("POST", "/partnerships/:partnership/activities", {
  makes: true,
  summary: "Records what happened: a meeting, a call, a change of strategy. `occurredAt` is now when left out.",
  changes: ["activities"],
  params: { partnership: idShape },
  input: {
    kind: textShape(100),
    direction: z.enum(directions).default("two_way"),
    party: partyInput,
    occurredAt: instantShape.optional(),
    person: textShape().optional(),
    contactId: idShape.optional(),
    summary: textShape(4_000).optional(),
    effortMinutes: z.number().int().min(0).max(100_000).optional(),
    visibility: visibility.default("shared"),
  },
  output: activity,
  refusals: {
    ...roleMayNot,
    ...partyRefusals,
    ...inTheFuture,
    "not-your-side": { status: 422, title: "You can share it or keep it for your own company, not for another." },
    "unknown-contact": {
      status: 422,
      title: "There is no such contact here. Choose one from the list, or give the name only.",
    },
  },
})

export const listActivities = endpoint("GET", "/partnerships/:partnership/activities", {
  summary: "What happened in a partnership, newest first. Retracted records are left out unless asked for.",
  reads: ["activities"],
  params: { partnership: idShape },
  query: {
    ...listQuery(["-occurredAt", "occurredAt"]),
    kind: textShape(100).optional(),
    isGovernance: z.stringbool().optional().describe("only meetings in which both sides steer the partnership"),
    withRetracted: z.stringbool().default(false),
  },
  output: listOf(activity),
})

export const retractActivity = endpoint("POST", "/activities/:activity/retract", {
  summary: "Says that a record was wrong. It stays readable, and counts for nothing from now on.",
  changes: ["activities"],
  params: { activity: idShape },
  input: { reason: textShape(500) },
  output: activity,
  refusals: {
    ...roleMayNot,
    ...alreadyRetracted,
  },
})

export const getActivityTotals = endpoint("GET", "/activity-totals", {
  summary:
    "Number of activities and minutes of effort per week or per kind, of one partnership or the whole workspace.",
  reads: ["activities"],
  query: {
    by: z.enum(["week", "kind"]).default("week"),
    partnership: idShape.optional(),
    from: plainDateShape.optional(),
    to: plainDateShape.optional().describe("the last day that counts"),
  },
  output: z.object({
    items: z.array(z.object({ key: z.string(), activities: z.number(), effortMinutes: z.number() })),
  }),
})

/** One line of the timeline: an activity, or an act from the ledger. */
const moment = z.object({
  id: idShape,
  source: z.enum(["activity", "event"]),
  kind: z.string(),
  partyId: idShape.nullable().describe("whose act it was; null is both"),
  partyName: partyFields.partyName,
  side: z.enum(["host", "partner", "both"]),
  occurredAt: instantShape,
  recordedAt: instantShape,
  visibility,
  who: z.string().nullable(),
  summary: z.string().nullable(),
  payload: z.unknown(),
  companyName: z
    .string()
    .nullable()
    .describe(
      "the company that it happened to, where it is one of the partnership's several and the reader may know it",
    ),
  abilities: z.object({ retract: abilityShape }),
})
export type Moment = z.input<typeof moment>

export const getTimeline = endpoint("GET", "/partnerships/:partnership/timeline", {
  summary: "Everything that happened in a partnership, activities and acts in one order, newest first.",
  reads: ["activities", "ledger"],
  params: { partnership: idShape },
  query: {
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(1_000).optional(),
    until: plainDateShape.optional().describe("begin with this day and go back"),
  },
  output: listOf(moment),
})
