import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

/** Owners, admins and partner managers enter, change and end agreements; everyone who sees the partnership reads them. */
export const mayEditAgreements = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"

/** Approvals, and what one's own ready text would have said, are the host's own affair. */
export const mayReadDeviations = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** Who speaks for a company agrees for it to what will bind it; for the host whoever edits agreements. */
export const mayAgree = (actor: Actor): true | "not-yours-to-agree" =>
  isEditor(actor) ||
  (actor.kind === "partner-user" && ["partner_admin", "executive"].includes(actor.role)) ||
  "not-yours-to-agree"

/** Who ends an agreement for a party by notice: who agrees for it to what binds it. */
export const mayGiveNotice = (actor: Actor): true | "not-yours-to-end" => mayAgree(actor) === true || "not-yours-to-end"
