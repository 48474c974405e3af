import type { Actor, Side } from "#core/actor"
import type { Id } from "#core/ids"
import { isEditor, isHost } from "#rules/workspaces"

/** A promise of the host is owed to every company that takes part; a company's is owed to the host. */
type Owed = Readonly<{ owedBy: Side; partyId: Id }>

/** A partner's user, and a promise of another company: it is between that one and the host. */
const isBetweenOthers = (actor: Actor, { owedBy, partyId }: Owed): boolean =>
  actor.kind === "partner-user" && owedBy === "partner" && partyId !== actor.organizationId

/** Contributors do the work that was promised, so they may say that it is done; they settle nothing else. */
const worksForHost = (actor: Actor): boolean =>
  isEditor(actor) || (actor.kind === "member" && actor.role === "contributor")

/** The party that owes it reports it kept; the host's partner managers may report for the partner, who need not sign in. */
export const mayReport = (actor: Actor, { owedBy, partyId }: Owed): true | "not-your-promise" | "role-may-not" => {
  if (actor.kind === "partner-user") return partyId === actor.organizationId || "not-your-promise"
  return (owedBy === "host" ? worksForHost(actor) : isEditor(actor)) || "role-may-not"
}

/** Confirming and waiving belong to a party that the promise is owed to. */
export const maySettle = (actor: Actor, { owedBy }: Owed): true | "not-owed-to-you" | "role-may-not" => {
  if (actor.kind === "partner-user") return owedBy === "host" || "not-owed-to-you"
  if (owedBy === "host") return "not-owed-to-you"
  return isEditor(actor) || "role-may-not"
}

/** The party that owes it asks the other to agree to a change of it; who answers is the rule for whom it is owed to: `maySettle`. */
export const mayPropose = (actor: Actor, { owedBy, partyId }: Owed): true | "not-yours-to-propose" | "role-may-not" => {
  if (actor.kind === "partner-user") return partyId === actor.organizationId || "not-yours-to-propose"
  if (owedBy === "partner") return isHost(actor) ? "not-yours-to-propose" : "role-may-not"
  return isEditor(actor) || "role-may-not"
}

/** Whoever may act on it at all; whose act it was decides the rule. */
export const mayUndo = (actor: Actor, owed: Owed): true | "role-may-not" | "between-others" => {
  if (isBetweenOthers(actor, owed)) return "between-others"
  if (actor.kind === "partner-user") return true
  return (owed.owedBy === "host" ? worksForHost(actor) : isEditor(actor)) || "role-may-not"
}

/** Many at once is for those who settle; which of them each may is asked of each. */
export const maySettleMany = (actor: Actor): true | "role-may-not" =>
  actor.kind === "partner-user" || isEditor(actor) || "role-may-not"

/** Whoever owes it or is owed it may contest the record. */
export const mayDispute = (actor: Actor, owed: Owed): true | "role-may-not" | "between-others" => {
  if (isBetweenOthers(actor, owed)) return "between-others"
  return isEditor(actor) || actor.kind === "partner-user" || "role-may-not"
}
