import { type Actor, partyOf, type WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { isAdministrator } from "#rules/workspaces"

type Written = Readonly<{ authorId: string; partyId: Id }>

/** Everyone who sees a thread may write in it; viewers only look. */
export const mayWrite = (actor: Actor): true | "role-may-not" =>
  actor.kind === "system" ||
  actor.kind === "partner-user" ||
  (actor.kind === "member" && actor.role !== "viewer") ||
  "role-may-not"

const isAuthor = (actor: Actor, { authorId }: Written): boolean => "userId" in actor && actor.userId === authorId

/** Nobody puts words into somebody else's mouth. */
export const mayEdit = (actor: Actor, comment: Written): true | "role-may-not" | "not-your-comment" =>
  isAuthor(actor, comment) ? mayWrite(actor) : "not-your-comment"

/** Who leads a party's people answers for what they said: its administrators may take it away, and no other party's may. */
const leads = (actor: WorkspaceActor, { partyId }: Written): boolean =>
  partyOf(actor) === partyId &&
  (actor.kind === "partner-user" ? actor.role === "partner_admin" : actor.kind === "member" && isAdministrator(actor))

export const mayRemove = (actor: WorkspaceActor, comment: Written): true | "role-may-not" | "not-your-comment" =>
  isAuthor(actor, comment) ? mayWrite(actor) : leads(actor, comment) || "not-your-comment"

/** How far one has read is one's own. */
export const mayMarkRead = (actor: Actor): true => {
  if (!("userId" in actor)) throw new TypeError("only a person reads")
  return true
}
