import type { Actor } from "#core/actor"
import { isAdministrator, isEditor, isHost } from "#rules/workspaces"

/** When the host is there and what it promises everybody is set by those who run the workspace. */
export const maySetTimes = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"

/** The host's people read their own times; a partner reads those of its own clocks, where they are shown. */
export const mayReadTimes = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Whoever answers may hand over to another team. */
export const mayHandOver = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
