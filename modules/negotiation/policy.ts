import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"

/** Whoever edits agreements proposes for the host; everybody of a partner for it: what is taken over, others decide. */
export const mayPropose = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) || actor.kind === "partner-user" || "role-may-not"

/** Taking over another side's words binds one's own: who leads a partner's team does it, of the host who edits agreements. */
export const mayAnswer = (actor: Actor): true | "role-may-not" =>
  isEditor(actor) ||
  (actor.kind === "partner-user" && (actor.role === "partner_admin" || actor.role === "executive")) ||
  "role-may-not"
