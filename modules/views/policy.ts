import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** Saved views are of the host's pages. */
export const maySaveViews = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
