import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

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

/** The host has answered: until then its clock runs. */
export const isAnswer = (state: DealState): boolean => ["info_requested", "approved", "rejected"].includes(state)

/** Nothing more is to come. */
export const isClosed = (state: DealState): boolean =>
  ["rejected", "won", "lost", "expired", "withdrawn"].includes(state)

export const decideMove = (from: DealState, to: DealState): true | Refusal<"move-not-possible"> =>
  dealMoves[from].includes(to) || refuse("move-not-possible", { from, possible: dealMoves[from] })

/** Hours in which a registration should be answered: three days. */
export const answerWithinHours = 72
