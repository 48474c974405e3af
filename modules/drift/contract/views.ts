import { z } from "zod"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { countedSorts } from "#rules/measurements"
import { causes, standings } from "../rules.ts"
import { clauseShape } from "./clauses.ts"

export const signalSide = z.enum(["host", "partner", "both"])
export const firstSide = z.enum(["host", "partner", "both", "undetermined"])
export const causeShape = z.enum(causes)
export const caseState = z.enum(["open", "recovered", "accepted", "dismissed", "ended"])

/** Whose it is; null is all parties', or not known by name. */
const party = idShape.nullable()

/** A date with the range that holds it at `level`. */
const onset = z.object({ date: plainDateShape, low: plainDateShape, high: plainDateShape, level: z.number() })

/** Where it is too early to date an onset. */
const changedSince = plainDateShape
  .nullable()
  .describe("too early to date: the first day on which it may have begun; null where there is an onset")

/** A fact that a statement rests on: weeks of a signal (a lane of the view), or an event (one of the view's, by id). */
const evidence = z.union([
  z.object({
    signal: z.string(),
    partyId: party,
    from: plainDateShape,
    to: plainDateShape,
    before: z.number().nullable(),
    after: z.number().nullable(),
  }),
  z.object({
    event: z.string(),
    occurredOn: plainDateShape,
    side: signalSide.nullable(),
    partyId: party,
    id: z.string().nullable(),
  }),
])

/** One signal over its weeks, with what became of it. Missing weeks are null, never zero. */
const lane = z.object({
  signal: z.string(),
  partyId: party,
  side: signalSide,
  dimension: z.string(),
  kind: z.enum(["count", "proportion", "latency", "amount", "level"]),
  worse: z.enum(["lower", "higher"]),
  isKnown: z.boolean().describe("in Keelson's own catalogue; else the workspace's own measurement"),
  changed: z.boolean(),
  probability: z.number().nullable().describe("null when the signal has too little data to be scored"),
  direction: z.enum(["lower", "higher"]).nullable(),
  onset: onset.nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  contribution: z.number().nullable().describe("share of the whole fall of the index; null where no level is known"),
  firstWeek: plainDateShape,
  actual: z.array(z.number().nullable()),
  expected: z.array(z.number().nullable()).nullable(),
})

export const eventNear = z.object({
  id: idShape,
  source: z.enum(["activity", "event", "role"]),
  kind: z.string(),
  side: signalSide,
  partyId: party,
  occurredOn: plainDateShape,
  note: z.string(),
})

/** A time of drift that was shown to people, and what they decided about it. */
export const driftCase = z.object({
  id: idShape,
  partnershipId: idShape,
  state: caseState,
  onset: onset.omit({ level: true }).nullable(),
  changedSince,
  detectedOn: plainDateShape,
  probability: z.number(),
  firstSide,
  firstPartyId: party,
  firstPartyName: z.string().nullable().describe("the company, where several take part and one stands out"),
  cause: causeShape.nullable().describe("what the machine said"),
  confirmedCause: causeShape.nullable().describe("what a person said"),
  confirmedBy: z.string().nullable(),
  confirmedAt: instantShape.nullable(),
  closeReason: z.string().nullable(),
  openedAt: instantShape,
  closedAt: instantShape.nullable(),
  version: z.number(),
  abilities: z.object({ confirm: abilityShape, accept: abilityShape, dismiss: abilityShape, end: abilityShape }),
})
export type DriftCase = z.input<typeof driftCase>

/** Everything the drift panel shows: the finding, its lanes, the events near it, and the cases of this partnership. */
export const driftForHost = z.object({
  partnershipId: idShape,
  asOf: plainDateShape,
  scored: z.boolean(),
  drifting: z.boolean(),
  isSettled: z.boolean().describe("a person already decided about this drift"),
  probability: z.number(),
  threshold: z.number().describe("probability from which a partnership is said to drift"),
  reason: z.string().nullable(),
  clauses: z.array(clauseShape).describe("the sentence about it, clause by clause, without words"),
  silentSince: plainDateShape.nullable(),
  fromTheStart: z.boolean().describe("below the promise from the first weeks on"),
  onset: onset.nullable(),
  changedSince,
  detectedOn: plainDateShape.nullable(),
  firstSide: firstSide.nullable(),
  firstPartyId: party,
  companies: z
    .array(z.object({ id: idShape, name: z.string() }))
    .describe("where several take part: what the parties are called"),
  market: z.boolean(),
  index: z
    .number()
    .nullable()
    .describe("where the signals stand together, dimensions weighing alike: 1 is the promised or normal level"),
  causes: z.array(z.object({ cause: causeShape, probability: z.number(), evidence: z.array(evidence) })),
  episodes: z.array(
    z.object({ onset, endedOn: plainDateShape.nullable(), outcome: z.enum(["open", "recovered", "settled"]) }),
  ),
  lanes: z.array(lane),
  currency: z.string().describe("of the signals that are sums of money"),
  records: z
    .array(z.object({ signal: z.string(), partyId: party, until: plainDateShape, fileName: z.string().nullable() }))
    .describe("signals of whose later weeks nothing is known: the last week that is, and the file that brought it"),
  twice: z
    .array(
      z.object({
        signal: z.string(),
        counted: z.enum(countedSorts),
        from: plainDateShape,
        until: plainDateShape,
        next: z.enum(countedSorts).nullable().describe("chosen since: counts from the next look on"),
      }),
    )
    .describe(
      "signals that are measured and also told by acts: which record counts, and the first and last week of the other",
    ),
  events: z.array(eventNear),
  current: driftCase.nullable(),
  past: z.array(driftCase),
  abilities: z.object({ chooseSource: abilityShape }),
})
export type DriftForHost = z.input<typeof driftForHost>

export const driftScan = z.object({
  id: idShape,
  state: z.enum(["queued", "running", "finished", "failed"]),
  asOf: plainDateShape,
  isFull: z.boolean(),
  partnershipsTotal: z.number(),
  partnershipsDone: z.number(),
  createdAt: instantShape,
  finishedAt: instantShape.nullable(),
})

/**
 * What is shown of drift beside a name. `silent` goes before the others: nothing happened for half a year, where something
 * used to, whether or not a case is open. `not_scored` is too little data: neither good nor bad.
 */
export const driftStanding = z.object({
  state: z.enum(standings),
  silentSince: plainDateShape.nullable(),
  onsetOn: plainDateShape.nullable(),
  changedSince,
  firstSide: firstSide.nullable(),
  probability: z.number().nullable(),
  caseId: idShape.nullable(),
})
export type DriftStanding = z.input<typeof driftStanding>
