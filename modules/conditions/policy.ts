import type { Actor } from "#core/actor"
import { isAdministrator, isHost } from "#rules/workspaces"

/** What needs attention is the host's judgement, and nobody else's to read. */
export const mayReadCondition = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** It changes what all of the host's people see. */
export const mayEditCondition = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"
