import type { Actor } from "#core/actor"
import { isAdministrator, isHost } from "#rules/workspaces"
import type { Seat } from "./rules.ts"

type Verdict = true | "role-may-not"

/** Approvals are the host's own affair. */
export const mayReadApprovals = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

export const mayEditRules = (actor: Actor): Verdict => isAdministrator(actor) || "role-may-not"

/** Whoever has a seat at the step it has reached, and did not ask for it. */
export const mayAnswer = (
  actor: Actor,
  askedBy: string,
  openSeats: readonly Seat[],
): Verdict | "asked-yourself" | "not-your-answer" => {
  if (actor.kind !== "member") return "role-may-not"
  if (actor.userId === askedBy) return "asked-yourself"
  return openSeats.length > 0 || "not-your-answer"
}

/** Whoever asked takes it back, and so may the administrators. */
export const mayWithdraw = (actor: Actor, askedBy: string): Verdict =>
  isAdministrator(actor) || (actor.kind === "member" && actor.userId === askedBy) || "role-may-not"

/** People who work name their own deputy; for others the administrators do. */
export const mayNameDeputy = (actor: Actor, personId: string): Verdict =>
  isAdministrator(actor) ||
  (actor.kind === "member" && actor.role !== "viewer" && actor.userId === personId) ||
  "role-may-not"
