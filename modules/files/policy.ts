import type { Actor } from "#core/actor"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isAdministrator } from "#rules/workspaces"

/** Everyone who sees what a file is about may add one; viewers only look. */
export const mayAddFile = (actor: Actor): true | "role-may-not" =>
  actor.kind === "system" ||
  actor.kind === "partner-user" ||
  (actor.kind === "member" && actor.role !== "viewer") ||
  "role-may-not"

type Owned = Readonly<{ uploadedBy: string | null; partyId: Id }>

/** Who uploaded a file takes it back; beside them the host's administrators, and a company's own for its company's. */
export const mayRemoveFile = (
  actor: Actor,
  { uploadedBy, partyId }: Owned,
): true | "not-your-file" | "role-may-not" => {
  if (actor.kind !== "partner-user")
    return (
      isAdministrator(actor) ||
      (mayAddFile(actor) === true ? isOwn(actor, uploadedBy) || "not-your-file" : "role-may-not")
    )
  const isAdminOfIts = actor.role === "partner_admin" && partyId === partyOf(actor)
  return isAdminOfIts || isOwn(actor, uploadedBy) || "not-your-file"
}

const isOwn = (actor: Actor, uploadedBy: string | null): boolean =>
  "userId" in actor && actor.userId !== undefined && actor.userId === uploadedBy
