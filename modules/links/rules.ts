import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant } from "#core/time"

export const linkStates = ["open", "pressed", "expired", "revoked", "replaced", "locked"] as const
export type LinkState = (typeof linkStates)[number]

/** What a link's row says of where it stands. */
export type Dated = Readonly<{
  expiresAt: Instant
  pressedAt: Instant | null
  revokedAt: Instant | null
  replacedAt: Instant | null
  lockedAt: Instant | null
}>

/** What was pressed stays pressed, whatever came after; an expired link that was replaced points to the newer one. */
export const stateOfLink = (
  { expiresAt, pressedAt, revokedAt, replacedAt, lockedAt }: Dated,
  now: Instant,
): LinkState => {
  if (pressedAt !== null) return "pressed"
  if (revokedAt !== null) return "revoked"
  if (replacedAt !== null) return "replaced"
  if (lockedAt !== null) return "locked"
  return expiresAt <= now ? "expired" : "open"
}

/** An open link takes a press; a second press on it is answered with the first one's result, which is no refusal. */
export const decidePress = (
  link: Dated,
  now: Instant,
): "takes-it" | "was-pressed" | Refusal<"link-expired" | "link-revoked" | "link-replaced" | "link-locked"> => {
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
  return (state === "open" || state === "expired" || state === "locked") && renewalsInLastHour < renewalsAnHour
}

/** The page's own word is good for half a day: long enough to think, too short to keep. */
export const pageHours = 12

/** How long a code is good for: long enough for a slow mailbox, too short to try many. */
export const codeMinutes = 10

/** How long the right code is believed: to read what binds, and to decide. */
export const proofMinutes = 60

/** Codes that are mailed within an hour for one link, and to one address for all of them. */
export const codesAnHour = { forLink: 3, toAddress: 6 } as const

/** Whether one more code is mailed; whoever asks is told the same either way. */
export const isCodeMailed = (link: Dated, asked: Readonly<{ forLink: number; toAddress: number }>, now: Instant) =>
  stateOfLink(link, now) === "open" && asked.forLink < codesAnHour.forLink && asked.toAddress < codesAnHour.toAddress

/** Wrong codes after which a link is locked for good: a new one goes to the same address. */
export const mostWrongCodes = 5

export const decideWrongCode = (
  { codeTries }: Readonly<{ codeTries: number }>,
  now: Instant,
): Readonly<{ codeTries: number; lockedAt: Instant | null }> => ({
  codeTries: codeTries + 1,
  lockedAt: codeTries + 1 >= mostWrongCodes ? now : null,
})

/** An address that says whose it is to its owner, and not to whom the mail was forwarded: "e...@nordlicht.example". */
export const shortened = (email: string): string => email.replace(/^(.)[^@]*(@.*)$/u, "$1...$2")
