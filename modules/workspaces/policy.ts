import type { Actor } from "#core/actor"
import { isAdministrator, isHost } from "./rules.ts"

/** Who owns a workspace, be it the demo's, may found another. */
export const mayFoundWorkspace = (access: readonly Readonly<{ side: string; role: string }>[]): true | "role-may-not" =>
  access.some(({ side, role }) => side === "host" && role === "owner") || "role-may-not"

/** Ends the way in of everybody in the demo: its owner's to decide. */
export const mayEndDemo = ({ side, role }: Readonly<{ side: string; role?: string }>): true | "role-may-not" =>
  (side === "host" && role === "owner") || "role-may-not"
export const mayReadWorkspace = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
export const mayEditWorkspace = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"
