import type { Actor } from "#core/actor"
import { isHost } from "#rules/workspaces"

const onlyReads = (actor: Actor): boolean => actor.kind === "member" && actor.role === "viewer"

/** Everyone who works in a partnership logs what happened, on either side; viewers read. */
export const mayRecordActivity = (actor: Actor): true | "role-may-not" =>
  (!onlyReads(actor) && (isHost(actor) || actor.kind === "partner-user")) || "role-may-not"

/** The host's people retract what their side recorded, the partner's people what theirs did. */
export const mayRetractActivity = (actor: Actor, activity: Readonly<{ source: string }>): true | "role-may-not" => {
  if (actor.kind === "partner-user") return activity.source === "partner" || "role-may-not"
  return (activity.source !== "partner" && mayRecordActivity(actor) === true) || "role-may-not"
}
