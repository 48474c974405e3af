import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** The portfolio is the host's; a partner user reads its own partnerships in a view of their own. */
export const mayReadPortfolio = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Both sides may ask; a host's person takes part in none as a partner. */
export const mayReadOwn = (actor: Actor): true | "role-may-not" => actor.kind === "partner-user" || "role-may-not"
