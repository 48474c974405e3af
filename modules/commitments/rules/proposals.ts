import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { decideNewDate, decideReDatable, decideWaiver, type Occurrence, type ReDated, type Standing } from "./decide.ts"
import { mayMove } from "./states.ts"

export const proposalKinds = ["re_date", "waive"] as const
export const proposalStates = ["open", "confirmed", "refused", "withdrawn", "void", "recorded"] as const
export type ProposalState = (typeof proposalStates)[number]

/** What one party asks the other to agree to. `dueOn` is the new day of a `re_date`. */
export type Asked = Readonly<{ kind: "re_date"; dueOn: PlainDate } | { kind: "waive"; dueOn: null }>

/** The proposal about a promise that waits for the other party's word. */
export type AskedOf = Readonly<{ id: Id; state: "open" | "recorded" }>

type Change = Standing | ReDated

const changeOf = (occurrence: Occurrence, asked: Asked, today: PlainDate) =>
  asked.kind === "waive" ? decideWaiver(occurrence, today) : decideNewDate(occurrence, asked.dueOn, today)

/** The other party gives more time; less is for whoever owes it to agree to. */
export const decideMoreTime = (
  occurrence: Occurrence,
  dueOn: PlainDate,
  today: PlainDate,
): ReDated | Refusal<"already-closed" | "date-passed" | "not-more-time"> => {
  const decided = decideNewDate(occurrence, dueOn, today)
  if (isRefusal(decided)) return decided
  return dueOn > occurrence.dueOn ? decided : refuse("not-more-time", { field: "dueOn", dueOn: occurrence.dueOn })
}

/** Whether anything can be proposed of it. */
export const decideProposable = (
  occurrence: Pick<Occurrence, "state" | "clockId"> & Readonly<{ asked: AskedOf | null }>,
): true | Refusal<"already-closed" | "already-proposed"> => {
  if (!mayMove(occurrence.state, "waived") && decideReDatable(occurrence) !== true)
    return refuse("already-closed", { state: occurrence.state })
  return occurrence.asked?.state !== "open" || refuse("already-proposed")
}

/** A proposal changes nothing yet: the promise stays what it is until the other party has agreed. */
export const decideProposal = (
  occurrence: Occurrence & Readonly<{ asked: AskedOf | null }>,
  asked: Asked,
  today: PlainDate,
): true | Refusal<"already-closed" | "already-proposed" | "date-passed"> => {
  const open = decideProposable(occurrence)
  if (open !== true) return open
  const change = changeOf(occurrence, asked, today)
  return isRefusal(change) ? change : true
}

/** Whether a proposal waits for a word: one that was asked, or one that its own party alone recorded. */
export const decideAnswerable = ({ asked }: Readonly<{ asked: AskedOf | null }>): true | Refusal<"no-proposal"> =>
  asked !== null || refuse("no-proposal")

/** What was recorded with evidence is part of the record; what was asked can be taken back until it is answered. */
export const decideWithdrawable = ({ asked }: Readonly<{ asked: AskedOf | null }>): true | Refusal<"no-proposal"> =>
  asked?.state === "open" || refuse("no-proposal")

/** The other party agrees: it holds from now on, and what was due by then stays missed. */
export const decideAgreed = (occurrence: Occurrence, asked: Asked, today: PlainDate) =>
  changeOf(occurrence, asked, today)

/**
 * What only the party that owes it says was agreed, with somebody who cannot be asked: it is recorded, and the day stays counted as missed
 * until the other party has confirmed it. Nobody waves a promise away alone.
 */
export const decideRecorded = (
  occurrence: Occurrence,
  asked: Asked,
  today: PlainDate,
): Change | Refusal<"already-closed" | "date-passed"> => {
  const change = changeOf(occurrence, asked, today)
  return isRefusal(change) ? change : { ...change, missedOn: occurrence.missedOn ?? occurrence.dueOn }
}

type Recorded = Readonly<{ wasDueOn: PlainDate; proposedOn: PlainDate }>

/** The other party says later that it was so: what was agreed before its day is no miss any more. */
export const decideConfirmedLater = (occurrence: Occurrence, asked: Asked, recorded: Recorded): Standing => {
  const { state, closedOn, reportedOn, missedOn } = occurrence
  const isForgiven = asked.kind === "waive" || recorded.proposedOn <= recorded.wasDueOn
  return { state, closedOn, reportedOn, missedOn: isForgiven && missedOn === recorded.wasDueOn ? null : missedOn }
}
