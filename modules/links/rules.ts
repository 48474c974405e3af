import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant } from "#core/time"

export const linkStates = ["open", "pressed", "expired", "revoked", "replaced"] as const
export type LinkState = (typeof linkStates)[number]

/** What a link's row says of where it stands. */
export type Dated = Readonly<{
  expiresAt: Instant
  pressedAt: Instant | null
  revokedAt: Instant | null
  replacedAt: Instant | null
}>

/** What was pressed stays pressed, whatever came after; an expired link that was replaced points to the newer one. */
export const stateOfLink = ({ expiresAt, pressedAt, revokedAt, replacedAt }: Dated, now: Instant): LinkState => {
  if (pressedAt !== null) return "pressed"
  if (revokedAt !== null) return "revoked"
  if (replacedAt !== null) return "replaced"
  return expiresAt <= now ? "expired" : "open"
}

/** An open link takes a press; a second press on it is answered with the first one's result, which is no refusal. */
export const decidePress = (
  link: Dated,
  now: Instant,
): "takes-it" | "was-pressed" | Refusal<"link-expired" | "link-revoked" | "link-replaced"> => {
  const state = stateOfLink(link, now)
  if (state === "open") return "takes-it"
  return state === "pressed" ? "was-pressed" : refuse(`link-${state}`)
}

/** What is no longer open cannot be taken back. */
export const decideRevocation = (link: Dated, now: Instant): true | Refusal<"link-closed"> => {
  const state = stateOfLink(link, now)
  return state === "open" || refuse("link-closed", { state })
}

/** How often one address is sent the same link anew within an hour. */
export const renewalsAnHour = 3

/** Whether the newest link of its kind to an address is sent anew: nobody settled it, nobody took it back, nobody asks all the time. */
export const isRenewed = (newest: Dated, renewalsInLastHour: number, now: Instant): boolean => {
  const state = stateOfLink(newest, now)
  return (state === "open" || state === "expired") && renewalsInLastHour < renewalsAnHour
}

/** The page's own word is good for half a day: long enough to think, too short to keep. */
export const pageHours = 12

/** An address that says whose it is to its owner, and not to whom the mail was forwarded: "e...@nordlicht.example". */
export const shortened = (email: string): string => email.replace(/^(.)[^@]*(@.*)$/u, "$1...$2")
