import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** What waits for somebody is told to both sides, to each from its own lists. */
export const mayReadHome = (actor: Actor): true | "role-may-not" =>
  isHost(actor) || actor.kind === "partner-user" || "role-may-not"
