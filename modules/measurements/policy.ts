import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"

/** Owners, admins and partner managers record numbers; finance does too, because revenue is theirs to report. */
export const mayRecordMeasurement = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) || (actor.kind === "member" && actor.role === "finance") || "role-may-not"
