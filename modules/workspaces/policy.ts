import type { Actor } from "#core/actor"
import { isAdministrator, isAdministratorsRole, isEditorsRole, isHost } from "./rules.ts"

/** Who owns a workspace, be it the demo's, may found another. */
export const mayFoundWorkspace = (access: readonly Readonly<{ side: string; role: string }>[]): true | "role-may-not" =>
  access.some(({ side, role }) => side === "host" && role === "owner") || "role-may-not"

/** Ends the way in of everybody in the demo: its owner's to decide. */
export const mayEndDemo = ({ side, role }: Readonly<{ side: string; role?: string }>): true | "role-may-not" =>
  (side === "host" && role === "owner") || "role-may-not"

type Access = Readonly<{ side: string; role?: string }>

/** Who is led to the pages that change the record of partnerships, before they are there. */
export const maySeeToRecord = (access: Access): true | "role-may-not" => isEditorsRole(access) || "role-may-not"

/** Who is led to the pages of those who answer for the workspace. */
export const maySeeToWorkspace = (access: Access): true | "role-may-not" =>
  isAdministratorsRole(access) || "role-may-not"

export const mayReadWorkspace = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
export const mayEditWorkspace = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"
