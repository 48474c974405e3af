import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import { isHost } from "#rules/workspaces"

const onlyReads = (actor: Actor): boolean => actor.kind === "member" && actor.role === "viewer"

/** Everyone who works in a partnership logs what happened, on either side; viewers read. */
export const mayRecordActivity = (actor: Actor): true | "role-may-not" =>
  (!onlyReads(actor) && (isHost(actor) || actor.kind === "partner-user")) || "role-may-not"

/** What a company's people recorded they retract, and nobody else; what the host's did, the host's. */
export const mayRetractActivity = (
  actor: Actor,
  { recordedBy }: Readonly<{ recordedBy: Id | null }>,
): true | "role-may-not" => {
  if (actor.kind === "partner-user") return recordedBy === actor.organizationId || "role-may-not"
  return (recordedBy === null && mayRecordActivity(actor) === true) || "role-may-not"
}
