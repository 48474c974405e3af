import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

/** The host's people are led; partners have their own entrance. */
export const mayBeGuided = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** The steps are acts of owners, admins and partner managers: to others none is named, and there is none to dismiss. */
export const mayTakeSteps = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
