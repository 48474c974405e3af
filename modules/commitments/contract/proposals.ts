import { z } from "zod"
import { heldFileRefusals } from "#contract/files"
import { endpoint, idShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { proposalKinds } from "../rules.ts"
import { alreadyClosed, datePassed, note, notOwedToYou, params, webLink } from "./acts.ts"
import { occurrenceView } from "./shapes.ts"

const proof = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), url: webLink, note: note.optional() }),
  z.strictObject({ kind: z.literal("activity"), activityId: idShape, note: note.optional() }),
  z.strictObject({ kind: z.literal("file"), fileId: idShape, note: note.optional() }),
])

const dayExpected = {
  "day-expected": { status: 422, title: "A new date names that day, and nothing else does." },
} as const
const nobodyToAsk = {
  "nobody-to-ask": {
    status: 409,
    title:
      "Nobody of the other party has an account. Say of each by itself with whom it was agreed, and what shows it.",
  },
} as const
const notYoursToPropose = {
  "not-yours-to-propose": { status: 403, title: "Only the party that owes this promise proposes a change of it." },
} as const

export const proposeForPromise = endpoint("POST", "/occurrences/:occurrence/proposal", {
  summary:
    "Asks the other party of a promise to agree to a new day or to a waiver. Nothing changes before it has; where nobody there can be asked, says with whom it was agreed, on which day and what shows it, and stays counted as missed until that party confirms.",
  changes: ["commitments", "files"],
  params,
  input: {
    kind: z.enum(proposalKinds),
    dueOn: plainDateShape.optional().describe("the new day, for a `re_date`"),
    reason: note,
    agreed: z
      .strictObject({ with: textShape(200), on: plainDateShape, evidence: proof })
      .optional()
      .describe("only where nobody of the other party has an account"),
  },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...alreadyClosed,
    ...datePassed,
    ...notYoursToPropose,
    ...dayExpected,
    "already-proposed": { status: 409, title: "A proposal for this promise waits for an answer already." },
    ...nobodyToAsk,
    "they-can-be-asked": {
      status: 409,
      title: "Somebody of the other party has an account. Propose it, and they are asked.",
    },
    "not-agreed-yet": { status: 422, title: "It cannot have been agreed on a day that has not come yet." },
    "no-such-activity": {
      status: 422,
      title: "This activity does not belong to the partnership. Choose another as evidence.",
    },
    ...heldFileRefusals,
  },
})

const noProposal = {
  "no-proposal": { status: 409, title: "No proposal waits here any more. Look at what became of it." },
} as const

export const answerProposal = endpoint("POST", "/occurrences/:occurrence/proposal/answer", {
  summary: "The other party agrees to what is proposed, or does not.",
  changes: ["commitments"],
  params,
  input: { agrees: z.boolean(), note: note.optional() },
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...noProposal,
    ...alreadyClosed,
    ...datePassed,
    ...notOwedToYou,
  },
})

export const withdrawProposal = endpoint("POST", "/occurrences/:occurrence/proposal/withdraw", {
  summary: "Takes a proposal back that nobody has answered.",
  changes: ["commitments"],
  params,
  output: occurrenceView,
  refusals: {
    ...roleMayNot,
    ...noProposal,
    ...notYoursToPropose,
  },
})

/** As many as are settled at once. */
export const mostSettled = 100

/** What became of each of several, in the order they were asked for. */
const answersOf = <const Outcome extends string>(outcomes: readonly Outcome[]) =>
  z.object({
    items: z.array(
      z.object({
        occurrence: idShape,
        outcome: z.enum(outcomes),
        refusal: z
          .object({ code: z.string(), title: z.string() })
          .nullable()
          .describe("why not, where it was refused; the codes of the act for a single one, or `not-found`"),
        /** As it stands now; null where it is not to be found. */
        now: occurrenceView.nullable(),
      }),
    ),
  })

export const settlePromises = endpoint("POST", "/occurrences/settle", {
  summary:
    "Settles up to a hundred due instances in one way and for one reason; each answers for itself. Asked again, what is done already stays as it is. What the other party has to agree to is proposed to it, in one mail for each partnership.",
  changes: ["commitments"],
  input: {
    occurrences: z.array(idShape).min(1).max(mostSettled),
    how: z.enum(["keep", "waive", "re_date"]),
    reason: note.describe("why; for `keep` it is the note that shows it"),
    dueOn: plainDateShape.optional().describe("the new day, for `re_date`"),
    doneOn: plainDateShape.optional().describe("the day they were kept on, for `keep`; today when left out"),
    url: webLink.optional().describe("what shows it, for `keep` of those that ask for more than a note"),
  },
  output: answersOf(["done", "proposed", "unchanged", "refused"]),
  refusals: {
    ...roleMayNot,
    ...dayExpected,
  },
})

export const takeBackSettled = endpoint("POST", "/occurrences/settle/undo", {
  summary:
    "Takes back what one's own party has just settled or proposed of up to a hundred due instances, as `settlePromises` answered of each; within a day, and unless somebody has gone on since.",
  changes: ["commitments", "files"],
  input: {
    settled: z
      .array(z.strictObject({ occurrence: idShape, outcome: z.enum(["done", "proposed"]) }))
      .min(1)
      .max(mostSettled),
  },
  output: answersOf(["done", "refused"]),
  refusals: roleMayNot,
})
