import type { Actor } from "#core/actor"
import { isAdministrator, isOwner } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** What is kept about one person, and that they are erased, is for those who answer for the workspace. */
export const mayReadPersonalData = (actor: Actor): Verdict => isAdministrator(actor) || "role-may-not"

/** Owners and admins erase people; only an owner an owner. */
export const mayErase = (actor: Actor, person: Readonly<{ isOwner: boolean }>): Verdict | "owners-only" => {
  if (!isAdministrator(actor)) return "role-may-not"
  return !person.isOwner || isOwner(actor) || "owners-only"
}

/** Everybody takes away what is kept about themselves, wherever they may enter. */
export const mayTakeOwnData = (actor: Actor): Verdict =>
  actor.kind === "member" || actor.kind === "partner-user" || "role-may-not"
