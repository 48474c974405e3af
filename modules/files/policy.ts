import type { Actor } from "#core/actor"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isAdministrator } from "#rules/workspaces"

/** Everyone who sees what a file is about may add one; viewers only look. To what is somebody's own word they alone add. */
export const mayAddFile = (
  actor: Actor,
  { addedToBy }: Readonly<{ addedToBy?: string | undefined }> = {},
): true | "role-may-not" | "not-yours-to-add-to" => {
  const may = mayWork(actor)
  if (may !== true || addedToBy === undefined || isOwn(actor, addedToBy)) return may
  return "not-yours-to-add-to"
}

const mayWork = (actor: Actor): true | "role-may-not" =>
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
      isAdministrator(actor) || (mayWork(actor) === true ? isOwn(actor, uploadedBy) || "not-your-file" : "role-may-not")
    )
  const isAdminOfIts = actor.role === "partner_admin" && partyId === partyOf(actor)
  return isAdminOfIts || isOwn(actor, uploadedBy) || "not-your-file"
}

const isOwn = (actor: Actor, uploadedBy: string | null): boolean => "userId" in actor && actor.userId === uploadedBy
