import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** The host's people have this page; a partner's people have the portal. */
export const mayReadHome = (actor: Actor): true | "hosts-only" => isHost(actor) || "hosts-only"
