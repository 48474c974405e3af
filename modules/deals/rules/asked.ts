import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { clockMoveOf, type DealState, isWaiting } from "./moves.ts"

/** How exactly it is known when a registration was made: to the instant, to the day, or not at all. */
export const registeredTo = ["instant", "day", "unknown"] as const
export type RegisteredTo = (typeof registeredTo)[number]

/** What is not known, so that no clock can run for the answer: when it was submitted, or when something was asked about it. */
export const unclockedReasons = ["registration", "question"] as const
export type Unclocked = (typeof unclockedReasons)[number]

/** A question to the partner as the record has it; null while it waits. */
type Question = Readonly<{ id: Id; from: Instant; to: Instant | null }>

/** A move of a registration as the ledger has it. */
export type RecordedMove = Readonly<{ id: Id; from: DealState; to: DealState; at: Instant }>

type Recorded = Readonly<{
  id: Id
  state: DealState
  registeredAt: Instant
  askedAt: Instant | null
  resumedAt: Instant | null
}>

/**
 * Since when the host's time runs for a registration, and when it was waited for the partner: by what the record says of it. A question whose
 * beginning or end is not recorded makes the time that has passed unknown.
 */
export const recordedTime = (
  { id, state, registeredAt, askedAt, resumedAt }: Recorded,
  moves: readonly RecordedMove[],
): Readonly<{ startedAt: Instant; questions: readonly Question[] }> | "question" => {
  let startedAt = registeredAt
  let questions: readonly Question[] = askedAt === null ? [] : [{ id, from: askedAt, to: resumedAt }]
  for (const { id: moveId, from, to, at } of moves) {
    const move = clockMoveOf(from, to)
    if (move === "start") startedAt = at
    if (move === "ask") questions = [...questions, { id: moveId, from: at, to: null }]
    if (move === "answered") {
      if (!questions.some(isOut)) return "question"
      questions = questions.map((each) => (isOut(each) ? { ...each, to: at } : each))
    }
  }
  return questions.some(isOut) === (state === "info_requested") ? { startedAt, questions } : "question"
}

const isOut = ({ to }: Question): boolean => to === null

/** What a file says of the times of a registration: a day is a day long, and what is left out is not known. */
export const decideImported = (
  state: DealState,
  said: Readonly<Record<"registeredOn" | "askedOn" | "resumedOn", PlainDate | Instant | undefined>>,
): Readonly<{
  registeredTo: RegisteredTo
  askedAt: Instant | undefined
  resumedAt: Instant | undefined
  unclocked: Unclocked | undefined
}> => {
  const { registeredOn, askedOn, resumedOn } = said
  const to: RegisteredTo = registeredOn === undefined ? "unknown" : isInstant(registeredOn) ? "instant" : "day"
  const [askedAt, resumedAt] = [askedOn, resumedOn].map((each) => (isInstant(each) ? each : undefined))
  const isAsked = state === "info_requested"
  // It was asked about where the file says so or it still waits; then it says since when, and until when unless it waits.
  const wasAsked = isAsked || askedOn !== undefined || resumedOn !== undefined
  const isKnown = isAsked
    ? askedAt !== undefined && resumedOn === undefined
    : askedAt !== undefined && resumedAt !== undefined
  const unclocked = to !== "instant" ? "registration" : wasAsked && !isKnown ? "question" : undefined
  return { registeredTo: to, askedAt, resumedAt, unclocked: isWaiting(state) ? unclocked : undefined }
}

const isInstant = (said: PlainDate | Instant | undefined): said is Instant => said !== undefined && said.length > 10
