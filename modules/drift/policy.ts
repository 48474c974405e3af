import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

/** What the machine thinks of a partnership is the host's own affair. */
export const mayReadDrift = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Editors judge: they confirm a cause, accept a change, dismiss an alarm. */
export const mayJudgeDrift = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
