import type { Actor } from "#core/actor"
import { isAdministrator } from "#rules/workspaces"

/** Owners and admins see which links exist, to whom and for what, and take them back; nobody sees their secret. */
export const mayOverseeLinks = (actor: Actor): true | "role-may-not" => isAdministrator(actor) || "role-may-not"

/** What binds asks for the very person: signed in, or with the code that was sent to their mailbox. */
export const mayPress = (
  weight: "light" | "heavy",
  link: Readonly<{ userId: string | null }>,
  proof: Readonly<{ signedInAs?: string | undefined; hasCode: boolean }>,
): boolean => weight === "light" || proof.hasCode || (link.userId !== null && proof.signedInAs === link.userId)
