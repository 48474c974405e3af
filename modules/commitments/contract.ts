import { z } from "zod"
import { heldFileRefusals } from "#contract/files"
import { endpoint, idShape, listOf, listQuery, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { alreadyClosed, datePassed, evidence, note, notOwedToYou, params } from "./contract/acts.ts"
import { commitmentView, keptByParty, occurrenceView, promisesKept, side } from "./contract/shapes.ts"
import { occurrenceStates, overdueForDays, undoHours } from "./rules.ts"

export { getCommitment, listCommitmentHistory } from "./contract/page.ts"
export {
  answerProposal,
  mostSettled,
  proposeForPromise,
  settlePromises,
  takeBackSettled,
  withdrawProposal,
} from "./contract/proposals.ts"
export {
  type CommitmentView,
  commitmentView,
  type MissedGroup,
  type OccurrenceView,
  occurrenceView,
  overdueOf,
  type PromiseCounts,
  promisesKept,
  promisesMissed,
  promisesOpen,
  promisesOurs,
  promisesProposed,
  promisesTheirs,
  type WaitingPromise,
  waitingPromise,
} from "./contract/shapes.ts"

/** A form tells the days that a promise would fall due on, by the same rule as they are made. */
export { occurrencesOf } from "./rules.ts"

export const listOccurrences = endpoint("GET", "/occurrences", {
  summary: "The register of promises by due date, over all partnerships one may see.",
  reads: ["commitments"],
  query: {
    ...listQuery(["dueOn", "-dueOn"]),
    side: side.optional().describe("who owes it"),
    owing: z
      .enum(["own", "across"])
      .optional()
      .describe("own: what one's own party owes; across: what it is owed, by the host or by every company"),
    from: plainDateShape.optional().describe("due on that day or later"),
    to: plainDateShape.optional().describe("due on that day or earlier"),
    text: textShape(100).optional().describe("in what was promised"),
    pending: z
      .stringbool()
      .optional()
      .describe("only those that still ask for something: ahead, due, contested, waiting for a word, or overdue"),
    state: z.enum(occurrenceStates).optional(),
    partnership: idShape.optional(),
    whose: z.enum(["all", "mine"]).default("all").describe("mine: of the partnerships one owns"),
    overdue: z
      .stringbool()
      .optional()
      .describe(`only unsettled ones whose due day passed in the last ${overdueForDays} days`),
    older: z
      .stringbool()
      .optional()
      .describe("only unsettled ones of running partnerships whose due day passed longer ago than that"),
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
  params,
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
  params,
  input: { note: note.optional() },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...notOwedToYou,
    "nothing-to-confirm": { status: 409, title: "Nobody has reported this promise kept yet." },
  },
})

export const waiveOccurrence = endpoint("POST", "/occurrences/:occurrence/waive", {
  summary: "The side a promise is owed to lets the other side off, this once.",
  changes: ["commitments"],
  params,
  input: { reason: note },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...alreadyClosed,
    ...notOwedToYou,
  },
})

export const reDateOccurrence = endpoint("POST", "/occurrences/:occurrence/re-date", {
  summary:
    "The party a promise is owed to gives more time. It is counted, the third time is shown, and a day that had passed already stays missed.",
  changes: ["commitments"],
  params,
  input: { dueOn: plainDateShape, reason: note },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...alreadyClosed,
    ...datePassed,
    ...notOwedToYou,
    "not-more-time": {
      status: 422,
      title: "You may give more time than was promised, not less. An earlier day is for them to propose.",
    },
  },
})

export const disputeOccurrence = endpoint("POST", "/occurrences/:occurrence/dispute", {
  summary: "Contests what the record says about a promise.",
  changes: ["commitments"],
  params,
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

export const undoPromise = endpoint("POST", "/occurrences/:occurrence/undo", {
  summary: `Takes back one's own party's last act on a promise, within ${undoHours} hours.`,
  changes: ["commitments", "files"],
  params,
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    "between-others": { status: 403, title: "This promise is between the host and another company." },
    "nothing-to-undo": { status: 409, title: "There is nothing here to take back, or somebody has gone on since." },
    "not-your-act": { status: 403, title: "Only the party whose act it was takes it back." },
    "too-late-to-undo": {
      status: 409,
      title: "This can be taken back for one day only. Dispute it, or propose a change, instead.",
    },
  },
})
