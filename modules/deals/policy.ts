import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"
import type { DealState } from "./rules.ts"

/** The host's editors and the partner's sellers and admins register deals. */
export const mayRecordDeal = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) ||
  (actor.kind === "partner-user" && ["partner_admin", "seller"].includes(actor.role)) ||
  "role-may-not"

/** The host answers a registration; the partner submits, withdraws, and reports how it ended. */
export const mayMoveDeal = (actor: Actor, { state }: { state: DealState }): true | "role-may-not" => {
  if (actor.kind !== "partner-user") return mayRecordDeal(actor)
  return (mayRecordDeal(actor) === true && ["submitted", "withdrawn", "won", "lost"].includes(state)) || "role-may-not"
}

/** A record that was wrong is taken back by the host's editors. */
export const mayRetractDeal = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
