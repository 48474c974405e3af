import type { Actor } from "#core/actor"
import { isAdministrator, isHost } from "./rules.ts"

export const mayReadWorkspace = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
export const mayEditWorkspace = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"
