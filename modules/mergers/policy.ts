import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** The host's people see what became of a company; no partner learns what another was called. */
export const mayReadMergers = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Owners, admins and partner managers make one company of two, take one apart, and undo it. */
export const mayMerge = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"
