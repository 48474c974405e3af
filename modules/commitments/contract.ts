import { z } from "zod"
import { clockEndShape, promiseShape } from "#contract/clocks"
import { heldFile, heldFileRefusals } from "#contract/files"
import { partyFields } from "#contract/partnerships"
import { attentionShape } from "#core/attention"
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
import { roleMayNot } from "#core/refusalTexts"
import { cadences, evidenceKinds, evidenceNeeds, measures, occurrenceStates, overdueForDays } from "./rules.ts"

const side = z.enum(["host", "partner"])

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
  /** The last day on which it still counts as kept. */
  lapsesOn: plainDateShape,
  state: z.enum(occurrenceStates),
  isOverdue: z.boolean(),
  closedOn: plainDateShape.nullable(),
  reportedOn: plainDateShape.nullable(),
  awaitsConfirmation: z.boolean(),
  reDated: z.number(),
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
  measure: z.enum(measures),
  cadence: z.enum(cadences),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
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

const keptRate = z.object({ kept: z.number(), due: z.number() })
const keptByParty = keptRate.extend({ ...partyFields, side })
const bySide = <Shape extends z.ZodType>(shape: Shape) => z.object({ host: shape, partner: shape })

/** Promises kept in time, of those that fell due in the last half year and were decided: closed, or missed. */
export const promisesKept = bySide(keptRate)

/** Promises open today, and those past their day that nobody reported. */
export const promisesOpen = bySide(z.object({ open: z.number(), overdue: z.number() }))
export type PromiseCounts = Readonly<{ kept: z.input<typeof promisesKept>; promises: z.input<typeof promisesOpen> }>

export const listOccurrences = endpoint("GET", "/occurrences", {
  summary: "The register of promises by due date, over all partnerships one may see.",
  reads: ["commitments"],
  query: {
    ...listQuery(["dueOn", "-dueOn"]),
    side: side.optional().describe("who owes it"),
    state: z.enum(occurrenceStates).optional(),
    partnership: idShape.optional(),
    whose: z.enum(["all", "mine"]).default("all").describe("mine: of the partnerships one owns"),
    overdue: z
      .stringbool()
      .optional()
      .describe(`only unsettled ones whose due day passed in the last ${overdueForDays} days`),
  },
  output: listOf(occurrenceView),
})

export const listCommitments = endpoint("GET", "/partnerships/:partnership/commitments", {
  summary:
    "What both sides of a partnership promised, with the due instances from `from` to `to` (half a year back, a quarter ahead).",
  reads: ["commitments"],
  params: { partnership: idShape },
  query: { from: plainDateShape.optional(), to: plainDateShape.optional() },
  output: z.object({
    today: plainDateShape,
    from: plainDateShape,
    to: plainDateShape,
    /** Of what fell due in that time, in the last half year, and is decided; waived and re-agreed promises count for nobody. */
    kept: promisesKept,
    /** The same for each party that promised something, where several companies take part. */
    keptByParty: z.array(keptByParty),
    commitments: z.array(commitmentView),
    occurrences: z.array(occurrenceView),
  }),
})

export const getOccurrence = endpoint("GET", "/occurrences/:occurrence", {
  summary: "One due instance of a promise, with its evidence.",
  reads: ["commitments"],
  params: { occurrence: idShape },
  output: occurrenceView,
})

const occurrence = { occurrence: idShape }
const note = textShape(2_000)
const link = z.url({ protocol: /^https?$/, error: "a web address, https://..." }).max(2_000)

const evidence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("note"), note }),
  z.strictObject({ kind: z.literal("link"), url: link, note: note.optional() }),
  z.strictObject({ kind: z.literal("activity"), activityId: idShape, note: note.optional() }),
  z.strictObject({
    kind: z.literal("file"),
    fileId: idShape.describe("a file of this very occurrence that both sides see"),
    note: note.optional(),
  }),
])

const alreadyClosed = {
  "already-closed": { status: 409, title: "This promise is already settled. Look at its present state." },
} as const
const notYours = {
  "not-your-promise": {
    status: 403,
    title: "Only the party that owes this promise, or the host's partner managers, may report it.",
  },
} as const

export const reportOccurrence = endpoint("POST", "/occurrences/:occurrence/report", {
  summary:
    "Says that a promise was kept, with evidence. Where confirmation is needed, it then waits for the other side.",
  changes: ["commitments", "files"],
  params: occurrence,
  input: {
    doneOn: plainDateShape.optional().describe("today when left out"),
    evidence: z.array(evidence).min(1).max(10),
  },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...notYours,
    ...alreadyClosed,
    "already-reported": {
      status: 409,
      title: "This promise was reported kept already and waits for the other side to confirm it.",
    },
    "evidence-needed": {
      status: 422,
      title: "This promise needs other evidence: a file or a link to one, or a record such as an activity.",
    },
    "not-yet": {
      status: 422,
      title: "A promise cannot be kept on a day that has not come yet. Choose today or an earlier day.",
    },
    "no-such-activity": {
      status: 422,
      title: "This activity does not belong to the partnership. Choose another as evidence.",
    },
    ...heldFileRefusals,
  },
})

export const confirmOccurrence = endpoint("POST", "/occurrences/:occurrence/confirm", {
  summary: "The other side confirms that a promise was kept.",
  changes: ["commitments"],
  params: occurrence,
  input: { note: note.optional() },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    "not-owed-to-you": { status: 403, title: "Only a party this promise is owed to may do this." },
    "nothing-to-confirm": { status: 409, title: "Nobody has reported this promise kept yet." },
  },
})

export const waiveOccurrence = endpoint("POST", "/occurrences/:occurrence/waive", {
  summary: "The side a promise is owed to lets the other side off, this once.",
  changes: ["commitments"],
  params: occurrence,
  input: { reason: note },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...alreadyClosed,
    "not-owed-to-you": { status: 403, title: "Only a party this promise is owed to may do this." },
  },
})

export const reDateOccurrence = endpoint("POST", "/occurrences/:occurrence/re-date", {
  summary: "Records a new date that both sides agreed on. It is counted; the third one is shown.",
  changes: ["commitments"],
  params: occurrence,
  input: { dueOn: plainDateShape, reason: note },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...alreadyClosed,
    "date-passed": { status: 422, title: "The new date must lie in the future." },
  },
})

export const disputeOccurrence = endpoint("POST", "/occurrences/:occurrence/dispute", {
  summary: "Contests what the record says about a promise.",
  changes: ["commitments"],
  params: occurrence,
  input: { reason: note },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    "between-others": { status: 403, title: "This promise is between the host and another company." },
    "nothing-to-dispute": {
      status: 409,
      title: "There is nothing to dispute: this promise is not due yet, or settled by agreement.",
    },
  },
})

export const undoReport = endpoint("POST", "/occurrences/:occurrence/undo", {
  summary: "Takes a report back on the day it was made.",
  changes: ["commitments", "files"],
  params: occurrence,
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...notYours,
    "nothing-to-undo": { status: 409, title: "There is no report to take back." },
    "too-late-to-undo": {
      status: 409,
      title: "A report can be taken back only on the day it was made. Dispute it instead.",
    },
  },
})

/** A promise that waits for an act, with what it takes to act on it in place. */
export const waitingPromise = occurrenceView.pick({
  id: true,
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
  evidenceNeeded: true,
  abilities: true,
})
export type WaitingPromise = z.input<typeof waitingPromise>

/** What we owe and what is owed to us, due or overdue. */
export const promisesOurs = attentionShape("promises_ours", waitingPromise, ["overdue", "due"])
export const promisesTheirs = attentionShape("promises_theirs", waitingPromise, ["overdue", "due"])
