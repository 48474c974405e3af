import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"

/** Whoever edits agreements has them signed, recalls them and says who signs. */
export const mayRun = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"

type Signer = Readonly<{ userId: string | null }>

/** Nobody signs in another's name: whose account it is, whatever else they may do here. */
export const maySign = (actor: Actor, { userId }: Signer): true | "not-yours-to-sign" =>
  ((actor.kind === "member" || actor.kind === "partner-user") && actor.userId === userId) || "not-yours-to-sign"

/** Another signer is named by the host, and by whoever would sign. */
export const mayReplace = (actor: Actor, signer: Signer): true | "not-yours-to-sign" =>
  isEditor(actor) || maySign(actor, signer)

/** A link's page acts for whom it was mailed to, who has no account; whoever has one signs with it. */
export const maySignByLink = (actor: Actor, { userId }: Signer): boolean => actor.kind === "system" && userId === null
