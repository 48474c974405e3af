import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"

/** Whoever looks after partnerships plans visits, and so does the partner. */
export const mayPlanVisit = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) || actor.kind === "partner-user" || "role-may-not"
