import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** What a program asks for and who is in it, is the host's; a partner reads how it stands itself, in its own partnership. */
export const mayReadPrograms = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Owners, admins and partner managers write programs, enrol partnerships and evaluate them; Keelson itself does on its days. */
export const mayEditPrograms = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"

/** Who speaks for a partner appeals for it, and takes it back; the host decides, and appeals for nobody. */
export const mayAppeal = (actor: Actor): Verdict | "partner-appeals" => {
  if (actor.kind !== "partner-user") return isHost(actor) ? "partner-appeals" : "role-may-not"
  return actor.role === "partner_admin" || actor.role === "executive" || "role-may-not"
}

/** They also keep who is certified: a tier may hang on it. */
export const mayKeepCertificates = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"
