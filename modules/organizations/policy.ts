import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

/** Everyone on the host side reads organizations; a partner user sees its own through its partnerships. */
export const mayReadOrganizations = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Owners, admins and partner managers record and change organizations. */
export const mayEditOrganization = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
