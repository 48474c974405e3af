import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

/** The portfolio is the host's; a partner user reads its own partnerships in a view of their own. */
export const mayReadPortfolio = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Both sides may ask; a host's person takes part in none as a partner. */
export const mayReadOwn = (actor: Actor): true | "role-may-not" => actor.kind === "partner-user" || "role-may-not"

/** What is for both sides may be taken by whoever sees the partnership; the host's own page by its people only. */
export const mayTake = (
  actor: Actor,
  _: unknown,
  { audience }: { audience: "host" | "shared" },
): true | "role-may-not" => audience === "shared" || isHost(actor) || "role-may-not"

/** Who may change a partnership may show it to a sponsor, and take that back. */
export const mayShare = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
