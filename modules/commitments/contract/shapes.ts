import { z } from "zod"
import { clockEndShape, promiseShape } from "#contract/clocks"
import { heldFile } from "#contract/files"
import { partyFields } from "#contract/partnerships"
import type { Side } from "#core/actor"
import { attentionShape, type Counted, groupOf } from "#core/attention"
import { partialReadings, periodKinds } from "#core/duePeriods"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import {
  cadences,
  evidenceKinds,
  evidenceNeeds,
  measures,
  occurrenceStates,
  proposalKinds,
  proposalStates,
} from "../rules.ts"

export const side = z.enum(["host", "partner"])

/** Which periods it counts, and what a part of one asks for; null where nobody said so. */
const periodsShown = {
  periods: z.enum(periodKinds).nullable(),
  partial: z.enum(partialReadings).nullable(),
  firstAmount: z.number().nullable(),
  lastAmount: z.number().nullable(),
}

const evidenceView = z.object({
  id: idShape,
  kind: z.enum(evidenceKinds),
  activityId: idShape.nullable(),
  url: z.string().nullable(),
  file: heldFile.nullable(),
  note: z.string().nullable(),
  ...partyFields,
  givenBySide: side,
  givenAt: instantShape,
})

/** What one party asks the other to agree to, or says was agreed with somebody who cannot be asked. */
const proposalView = z.object({
  id: idShape,
  kind: z.enum(proposalKinds),
  state: z.enum(proposalStates),
  dueOn: plainDateShape.nullable(),
  wasDueOn: plainDateShape,
  reason: z.string(),
  /** Who proposes it. */
  ...partyFields,
  proposedBy: z.string().nullable().describe("null where the reader may not know the person"),
  proposedAt: instantShape,
  agreedWith: z.string().nullable(),
  agreedOn: plainDateShape.nullable(),
})

/** One due instance of a promise. Both sides read the same record; only `abilities` differ. */
export const occurrenceView = z.object({
  id: idShape,
  commitmentId: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  ...partyFields,
  owedBy: side,
  title: z.string(),
  clause: z.string().nullable(),
  evidenceNeeded: z.enum(evidenceNeeds),
  dueOn: plainDateShape,
  firstDueOn: plainDateShape,
  /** How much this one asks for: a part of a period asks for less than its promise says of a whole one. */
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  isPart: z.boolean().describe("its promise's term covers a part of this period only, and it asks for less"),
  /** The last day on which it still counts as kept. */
  lapsesOn: plainDateShape,
  state: z.enum(occurrenceStates),
  isOverdue: z.boolean(),
  closedOn: plainDateShape.nullable(),
  reportedOn: plainDateShape.nullable(),
  awaitsConfirmation: z.boolean(),
  reDated: z.number(),
  missedOn: plainDateShape
    .nullable()
    .describe(
      "a due day that was let pass before another was agreed, or that its own party alone says was: counted as missed",
    ),
  /** The proposal that waits for an answer, or that its own party alone recorded. */
  proposal: proposalView.nullable(),
  undoableUntil: instantShape.nullable().describe("until when the last act can be taken back by whose act it was"),
  isOftenReDated: z.boolean(),
  note: z.string().nullable(),
  /** The promised time that decided it: what it was for, when it was due, and when it was done. */
  clock: clockEndShape.nullable(),
  evidence: z.array(evidenceView),
  version: z.number(),
  abilities: z.object({
    report: abilityShape,
    confirm: abilityShape,
    waive: abilityShape,
    reDate: abilityShape,
    dispute: abilityShape,
    undo: abilityShape,
    propose: abilityShape,
    answer: abilityShape,
    withdraw: abilityShape,
  }),
})
export type OccurrenceView = z.input<typeof occurrenceView>

/** What was promised, without its due instances. */
export const commitmentView = z.object({
  id: idShape,
  agreementId: idShape.nullable(),
  ...partyFields,
  owedBy: side,
  title: z.string(),
  clause: z.string().nullable(),
  clauseKey: z.string().nullable().describe("the clause of the agreement's text that it comes from"),
  measure: z.enum(measures),
  cadence: z.enum(cadences),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  ...periodsShown,
  withinHours: z.number().nullable(),
  /** The service it promises, of which each clock that ends is an occurrence; its hours are business hours. */
  service: promiseShape.nullable(),
  startsOn: plainDateShape,
  endsOn: plainDateShape.nullable(),
  windowDays: z.number(),
  evidenceNeeded: z.enum(evidenceNeeds),
  weight: z.number(),
})
export type CommitmentView = z.input<typeof commitmentView>

export const keptRate = z.object({ kept: z.number(), due: z.number() })
export const keptByParty = keptRate.extend({ ...partyFields, side })
const bySide = <Shape extends z.ZodType>(shape: Shape) => z.object({ host: shape, partner: shape })

/** Promises kept in time, of those that fell due in the last half year and were decided: closed, or missed. */
export const promisesKept = bySide(keptRate)

/** Promises open today, and those past their day that nobody reported. */
export const promisesOpen = bySide(z.object({ open: z.number(), overdue: z.number() }))
export type PromiseCounts = Readonly<{ kept: z.input<typeof promisesKept>; promises: z.input<typeof promisesOpen> }>

/** A promise that waits for an act, with what it takes to act on it in place. */
export const waitingPromise = occurrenceView.pick({
  id: true,
  commitmentId: true,
  partnershipId: true,
  partnershipName: true,
  title: true,
  partyId: true,
  partyName: true,
  owedBy: true,
  dueOn: true,
  state: true,
  isOverdue: true,
  awaitsConfirmation: true,
  proposal: true,
  evidenceNeeded: true,
  abilities: true,
})
export type WaitingPromise = z.input<typeof waitingPromise>

const waitingCounts = ["overdue", "due", "coming", "awaiting"] as const
const atPromise = ({ id, partnershipId, dueOn }: z.output<typeof waitingPromise>) => ({ id, partnershipId, on: dueOn })

/**
 * What we owe and what is owed to us. The host plans by them: what is overdue and can still be kept, what is due or comes due in two
 * weeks, and what waits for its word; what it missed stands in `promisesMissed`. A company's people are told of all that is due or overdue.
 */
export const promisesOurs = attentionShape("promises_ours", waitingPromise, waitingCounts, atPromise)
export const promisesTheirs = attentionShape("promises_theirs", waitingPromise, waitingCounts, atPromise)

/** Those about which the other party asks for a new day or a waiver, or says alone that one was agreed, the longest asked first: they wait for one's answer, today. */
export const promisesProposed = attentionShape(
  "promises_proposed",
  waitingPromise,
  ["waiting"],
  ({ id, partnershipId }) => ({ id, partnershipId, on: null }),
)

/** What was missed in one partnership and is not settled yet, of either side. */
const missedGroup = z.object({
  partnershipId: idShape,
  partnershipName: z.string(),
  ours: z.number(),
  theirs: z.number(),
  proposed: z.number().describe("of ours, those about which the other party has been asked and has not answered"),
  abilities: z.object({ settle: abilityShape }),
  oldestOn: plainDateShape,
  newestOn: plainDateShape,
})
export type MissedGroup = z.input<typeof missedGroup>

/** Those, by partnership, the newest miss first: of our promises and of theirs, in how many partnerships; and how many are older than is listed. */
export const promisesMissed = attentionShape(
  "promises_missed",
  missedGroup,
  ["ours", "theirs", "partnerships", "older"],
  ({ partnershipId, newestOn }) => ({ id: partnershipId, partnershipId, on: newestOn }),
)

/** How many of one side's promises are overdue, in all that was read: those that can still be kept, and those that were missed. */
export const overdueOf = (groups: Parameters<typeof groupOf>[0], side: Side): Counted => {
  const planned = groupOf(groups, side === "host" ? promisesOurs : promisesTheirs).counts.overdue
  const missed = groupOf(groups, promisesMissed).counts[side === "host" ? "ours" : "theirs"]
  return { count: planned.count + missed.count, isMore: planned.isMore || missed.isMore }
}
