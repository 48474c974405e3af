import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** What waits for somebody is told to both sides, to each from its own lists. */
export const mayReadHome = (actor: Actor): true | "role-may-not" =>
  isHost(actor) || actor.kind === "partner-user" || "role-may-not"

/** The host's people plan their day by it, and put off what is for another. */
export const maySnooze = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
