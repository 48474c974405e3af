import type { Actor } from "#core/actor"
import { isAdministrator } from "#rules/workspaces"

/** The whole ledger is for those who answer for the workspace. */
export const mayReadLedger = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"
