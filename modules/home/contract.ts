import { z } from "zod"
import { countedShape } from "#core/attention"
import { endpoint, idShape, moneyShape, plainDateShape } from "#core/endpoint"
import { notAhead, roleMayNot } from "#core/refusalTexts"
import { mostAtOnce } from "./rules.ts"

/** One list that a module brings: `groupOf` of #core/attention reads it by the value under which the module declares it. */
const group = z.object({
  key: z.string(),
  items: z.array(z.record(z.string(), z.unknown())),
  counts: z.record(z.string(), countedShape),
})

/**
 * With whom something waits: whose the partnership is, and what is at stake in it: the revenue that was measured in the last year or, where
 * none was, what the agreement in force is worth. Null is not known, and never nothing.
 */
const partnerAtStake = z.object({
  partnershipId: idShape,
  owner: z.object({ name: z.string(), isSelf: z.boolean() }).nullable(),
  revenue: moneyShape.nullable(),
  agreed: moneyShape.nullable(),
})

/** A thing of one of the lists, by the list's key and what it is known by there. */
const thing = z.object({ list: z.string().regex(/^[a-z_]{1,60}$/), id: idShape })

export const getHome = endpoint("GET", "/home", {
  summary:
    "What waits today and in the next two weeks, as each module brings it: promises of both sides, answers, tasks, approvals, days of agreements, drift, and what was missed. What one has snoozed stands by itself. A partner's people are told what both sides know.",
  // Whatever a module brings may stand here, so that any act may change it.
  reads: ["ledger", "snoozes"],
  query: {
    whose: z.enum(["mine", "all"]).default("mine").describe("mine: of the partnerships one owns"),
    most: z.coerce
      .number()
      .int()
      .min(1)
      .max(500)
      .default(50)
      .describe("of each list; its counts say how much there is"),
  },
  output: z.object({
    today: plainDateShape,
    partnerships: countedShape,
    groups: z.array(group),
    snoozed: z.array(group),
    snoozes: z.array(thing.extend({ until: plainDateShape })),
    partners: z.array(partnerAtStake),
    unreadable: z.array(z.string()).describe("lists that could not be read just now: what they hold is not known"),
  }),
  refusals: roleMayNot,
})

export const snooze = endpoint("POST", "/home/snooze", {
  summary: "Takes things off one's own list of what waits until a day, on which they come back by themselves.",
  changes: ["snoozes"],
  input: { things: z.array(thing).min(1).max(mostAtOnce), until: plainDateShape },
  output: z.object({ until: plainDateShape }),
  refusals: {
    ...roleMayNot,
    ...notAhead,
    "no-such-list": { status: 422, title: "There is no such list of what waits." },
    "too-much-snoozed": { status: 409, title: "So much is snoozed already. Wake something first." },
  },
})

export const wake = endpoint("POST", "/home/wake", {
  summary: "Puts things back that one has snoozed.",
  changes: ["snoozes"],
  input: { things: z.array(thing).min(1).max(mostAtOnce) },
  output: z.object({}),
  refusals: roleMayNot,
})
