import type { Actor } from "#core/actor"
import { isAdministrator, isHost } from "#rules/workspaces"
import type { Seat } from "./rules.ts"

type Verdict = true | "role-may-not"

/** Approvals are the host's own affair. */
export const mayReadApprovals = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

export const mayEditRules = (actor: Actor): Verdict => isAdministrator(actor) || "role-may-not"

type Asked = Readonly<{ askedBy: string; barred: readonly string[]; askedByPartner: boolean }>

/** Whoever has a seat at the step it has reached, did not ask for it, and did not decide what it is against. */
export const mayAnswer = (
  actor: Actor,
  { askedBy, barred }: Omit<Asked, "askedByPartner">,
  openSeats: readonly Seat[],
): Verdict | "asked-yourself" | "decided-yourself" | "not-your-answer" => {
  if (actor.kind !== "member") return "role-may-not"
  if (actor.userId === askedBy) return "asked-yourself"
  if (barred.includes(actor.userId)) return "decided-yourself"
  return openSeats.length > 0 || "not-your-answer"
}

/** Whoever asked takes it back, and so may the administrators; of what a partner asked, only the partner does, where it asked. */
export const mayWithdraw = (actor: Actor, { askedBy, askedByPartner }: Omit<Asked, "barred">): Verdict =>
  (isAdministrator(actor) && !askedByPartner) || (actor.kind === "member" && actor.userId === askedBy) || "role-may-not"

/** People who work name their own deputy; for others the administrators do. */
export const mayNameDeputy = (actor: Actor, personId: string): Verdict =>
  isAdministrator(actor) ||
  (actor.kind === "member" && actor.role !== "viewer" && actor.userId === personId) ||
  "role-may-not"
