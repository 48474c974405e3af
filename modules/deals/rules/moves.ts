import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"

export const dealStates = [
  "draft",
  "submitted",
  "in_review",
  "info_requested",
  "approved",
  "rejected",
  "extended",
  "won",
  "lost",
  "expired",
  "withdrawn",
] as const
export type DealState = (typeof dealStates)[number]

/** Allowed moves. Everything not listed is refused. */
export const dealMoves: Readonly<Record<DealState, readonly DealState[]>> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["in_review", "info_requested", "approved", "rejected", "withdrawn", "expired"],
  in_review: ["info_requested", "approved", "rejected", "withdrawn", "expired"],
  info_requested: ["submitted", "in_review", "approved", "rejected", "withdrawn", "expired"],
  approved: ["extended", "won", "lost", "expired", "withdrawn"],
  extended: ["won", "lost", "expired", "withdrawn"],
  rejected: [],
  won: [],
  lost: [],
  expired: ["extended"],
  withdrawn: [],
}

/** Whether allowed moves lead from one state to the other: a file tells where a deal is now, not how it came there. */
export const leadsTo = (from: DealState, to: DealState): boolean => {
  const reached = new Set<DealState>([from])
  for (const state of reached) for (const next of dealMoves[state]) reached.add(next)
  return reached.has(to)
}

/** The host has answered: until then its clock runs. Asking back is no answer. */
export const isAnswer = (state: DealState): boolean => ["approved", "rejected"].includes(state)

/** A registration waits for the host's answer, or for what the host asked. */
export const waitingStates = ["submitted", "in_review", "info_requested"] as const
export const isWaiting = (state: DealState): boolean => (waitingStates as readonly DealState[]).includes(state)

/** What a move means for the clock on the host's answer. */
export type ClockMove = "start" | "ask" | "answered" | "stop" | "cancel"

/** A question pauses it until the partner sends it again or the host takes the question back; an answer stops it; an end without one cancels it. */
export const clockMoveOf = (from: DealState, to: DealState): ClockMove | undefined => {
  if (from === to) return undefined
  if (!isWaiting(from)) return from === "draft" && to === "submitted" ? "start" : undefined
  if (isAnswer(to)) return "stop"
  if (!isWaiting(to)) return "cancel"
  if (to === "info_requested") return "ask"
  return from === "info_requested" ? "answered" : undefined
}

/** Nothing more is to come. */
export const isClosed = (state: DealState): boolean =>
  ["rejected", "won", "lost", "expired", "withdrawn"].includes(state)

/** A registration has been made when it is entered, and begins to wait for the host's answer. */
export const decideRegistration = (
  registeredAt: Instant | undefined,
  now: Instant,
): Readonly<{ state: DealState; registeredAt: Instant }> | Refusal<"in-the-future"> =>
  registeredAt !== undefined && registeredAt > now
    ? refuse("in-the-future", { field: "registeredAt" })
    : { state: "submitted", registeredAt: registeredAt ?? now }

type Deal = Readonly<{
  state: DealState
  answeredAt: Instant | null
  closeOn: PlainDate | null
  retractedAt: Instant | null
}>

/** States that a deal can come to from where it stands; a retracted one goes nowhere. */
export const movesOf = ({ state, retractedAt }: Pick<Deal, "state" | "retractedAt">): readonly DealState[] =>
  retractedAt === null ? dealMoves[state] : []

/** Whether there is any move left. */
export const decideMovable = (
  deal: Pick<Deal, "state" | "retractedAt">,
): true | Refusal<"already-retracted" | "move-not-possible"> => {
  if (deal.retractedAt !== null) return refuse("already-retracted")
  return movesOf(deal).length > 0 || refuse("move-not-possible", { from: deal.state, possible: [] })
}

type Move = Readonly<{ state: DealState; closeOn?: PlainDate | undefined; closedOn?: PlainDate | undefined }>

/** Moves a deal, or only its expected close date while it stays where it is. The first answer stops the host's clock. */
export const decideMove = (
  deal: Deal,
  { state, closeOn, closedOn }: Move,
  { now, today }: Readonly<{ now: Instant; today: PlainDate }>,
) => {
  const possible = movesOf(deal)
  if (deal.retractedAt !== null) return refuse("already-retracted")
  if (state !== deal.state && !possible.includes(state))
    return refuse("move-not-possible", { from: deal.state, possible })
  return {
    state,
    answeredAt: deal.answeredAt ?? (isAnswer(state) ? now : null),
    closeOn: closeOn ?? deal.closeOn,
    closedOn: isClosed(state) ? (closedOn ?? today) : null,
  }
}

/** Hours in which a registration should have been answered that has no clock: those that were answered before there were clocks. */
export const answerWithinHours = 72
