import { z } from "zod"
import { idShape, plainDateShape } from "#core/endpoint"
import { causes } from "../rules.ts"

const party = idShape.nullable()
const side = z.enum(["host", "partner", "both"])
const joint = z
  .enum(["first", "then", "and"])
  .describe("how it goes on from the clause before: later, or at about the same time")
const per = z.enum(["week", "month", "quarter", "year"])

/** A level of a signal in the unit that people think in. */
const level = z
  .union([
    z.object({ unit: z.literal("none") }),
    z.object({ unit: z.literal("rate"), count: z.number(), per }),
    z.object({ unit: z.literal("money"), amount: z.number(), isWeekly: z.boolean() }),
    z.object({ unit: z.literal("share"), share: z.number() }),
    z.object({ unit: z.enum(["hours", "days", "days-a-week", "number"]), count: z.number() }),
  ])
  .nullable()

const cause = z.object({ cause: z.enum(causes), probability: z.number() })

/** One clause of the sentence about a partnership, in the order of saying it; whoever shows it puts it into words. */
export const clauseShape = z.discriminatedUnion("key", [
  z.object({ key: z.literal("not-scored"), reason: z.string().nullable() }),
  z.object({ key: z.enum(["steady", "market", "settled"]) }),
  z.object({
    key: z.literal("market-fell"),
    falls: z.array(
      z.object({
        signal: z.string(),
        side,
        partyId: party,
        since: plainDateShape,
        belowBefore: z.number().describe("the share of the earlier level that is missing"),
        belowPromised: z
          .number()
          .nullable()
          .describe("the share of the promised level that is missing, where it shows"),
      }),
    ),
  }),
  z.object({ key: z.literal("recovered"), endedOn: plainDateShape, outcome: z.string() }),
  z.object({
    key: z.enum(["drifting-since", "short-since", "began"]),
    date: plainDateShape,
    low: plainDateShape,
    high: plainDateShape,
    detectedOn: plainDateShape.nullable(),
    leadWeeks: z.number().nullable().describe("weeks by which it was seen before revenue fell"),
  }),
  z.object({ key: z.literal("changed-lately"), since: plainDateShape, detectedOn: plainDateShape.nullable() }),
  z.object({ key: z.literal("silent-since"), date: plainDateShape }),
  z.object({ key: z.literal("first-side"), side: z.enum(["host", "partner", "both", "undetermined"]), partyId: party }),
  z.object({
    key: z.literal("act"),
    joint,
    event: z.object({
      event: z.string(),
      occurredOn: plainDateShape,
      side: side.nullable(),
      partyId: party,
      id: z.string().nullable(),
    }),
  }),
  z.object({
    key: z.literal("signal"),
    joint,
    how: z.enum(["fell", "rose", "stopped", "vacant", "never-began", "never-came", "never-enough"]),
    signal: z.string(),
    side,
    partyId: party,
    before: level,
    after: level,
    on: plainDateShape.nullable(),
    between: z
      .object({ low: plainDateShape, high: plainDateShape })
      .nullable()
      .describe("of what is dated before the clause that opens, though not clearly"),
  }),
  z.object({ key: z.enum(["likely-causes", "possible-causes"]), causes: z.array(cause) }),
])
export type Clause = z.input<typeof clauseShape>
