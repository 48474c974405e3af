import type { Actor } from "#core/actor"
import { isEditor } from "#rules/workspaces"

/** Owners, admins and partner managers enter, change and end agreements; everyone who sees the partnership reads them. */
export const mayEditAgreements = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"
