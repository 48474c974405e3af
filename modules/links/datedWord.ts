import type { Instant } from "#core/time"
import { isSeal, seal } from "#platform/seal"

const sealed = (purpose: string, saidMs: number) => `${purpose} ${saidMs}`

/** A word that only this server can have said, for one purpose, and that carries when it did. */
export const datedWord = (secret: string, purpose: string, now: Instant): string => {
  const saidMs = Date.parse(now)
  return `${saidMs.toString(36)}.${seal(secret, sealed(purpose, saidMs))}`
}

/** Whether it was said for that purpose, and not longer ago than so many minutes. */
export const isDatedWord = (
  secret: string,
  purpose: string,
  { now, given, minutes }: Readonly<{ now: Instant; given: string; minutes: number }>,
): boolean => {
  const [said = "", word = ""] = given.split(".")
  const saidMs = Number.parseInt(said, 36)
  const ageMs = Date.parse(now) - saidMs
  return ageMs >= 0 && ageMs <= minutes * 60_000 && isSeal(secret, sealed(purpose, saidMs), word)
}
