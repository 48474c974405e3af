import type { Actor, PartnerUser, Side } from "#core/actor"
import type { Id } from "#core/ids"
import { isEditor } from "#rules/workspaces"
import type { DealState } from "./rules.ts"

type Deal = Readonly<{ partyId: Id; registeredBy: Side }>

/** The host's editors and the partner's sellers and admins register deals. */
export const mayRecordDeal = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) ||
  (actor.kind === "partner-user" && ["partner_admin", "seller"].includes(actor.role)) ||
  "role-may-not"

/** Registered by the company one acts for, or passed on by the host. */
const isOwnDeal = (actor: PartnerUser, { partyId, registeredBy }: Deal): boolean =>
  registeredBy === "host" || partyId === actor.organizationId

/** The host answers a registration; the partner submits, withdraws, and reports how it ended. */
export const mayMoveDeal = (
  actor: Actor,
  deal: Deal,
  { state }: { state: DealState },
): true | "role-may-not" | "not-your-deal" => {
  if (actor.kind !== "partner-user") return mayRecordDeal(actor)
  if (!isOwnDeal(actor, deal)) return "not-your-deal"
  return (mayRecordDeal(actor) === true && ["submitted", "withdrawn", "won", "lost"].includes(state)) || "role-may-not"
}

/** A record that was wrong is taken back by the host's editors. */
export const mayRetractDeal = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
