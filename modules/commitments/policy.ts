import type { Actor, Side } from "#core/actor"
import { isEditor } from "#rules/workspaces"
import { otherSide } from "./rules.ts"

type Owed = Readonly<{ owedBy: Side }>

const actsFor = (actor: Actor, side: Side): boolean =>
  side === "host" ? isEditor(actor) : actor.kind === "partner-user"

/** Contributors do the work that was promised, so they may say that it is done; they settle nothing else. */
const worksForHost = (actor: Actor): boolean =>
  isEditor(actor) || (actor.kind === "member" && actor.role === "contributor")

/** The side that owes it reports it kept; the host's partner managers may report for the partner, who need not sign in. */
export const mayReport = (actor: Actor, { owedBy }: Owed): true | "not-your-promise" | "role-may-not" => {
  if (actor.kind === "partner-user") return owedBy === "partner" || "not-your-promise"
  return (owedBy === "host" ? worksForHost(actor) : isEditor(actor)) || "role-may-not"
}

/** Confirming and waiving belong to the side that the promise is owed to. */
export const maySettle = (actor: Actor, { owedBy }: Owed): true | "not-owed-to-you" | "role-may-not" => {
  const creditor = otherSide(owedBy)
  if (actsFor(actor, creditor)) return true
  return "side" in actor && actor.side === creditor ? "role-may-not" : "not-owed-to-you"
}

/** A new date is recorded by the host's partner managers, once both sides have agreed on it. */
export const mayReDate = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"

/** Either side may contest the record. */
export const mayDispute = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) || actor.kind === "partner-user" || "role-may-not"
