import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { isSeal, seal } from "#platform/seal"
import { pageHours } from "./rules.ts"

const purpose = (link: Id, shownMs: number) => `link page ${link} ${shownMs}`

/** What the page of a link carries in its form, so that a press is known to come from there, and from when it was shown. */
export const pageWord = (secret: string, link: Id, now: Instant): string => {
  const shownMs = Date.parse(now)
  return `${shownMs.toString(36)}.${seal(secret, purpose(link, shownMs))}`
}

export const isPageWord = (secret: string, link: Id, now: Instant, given: string): boolean => {
  const [shown = "", word = ""] = given.split(".")
  const shownMs = Number.parseInt(shown, 36)
  const ageMs = Date.parse(now) - shownMs
  return ageMs >= 0 && ageMs <= pageHours * 3_600_000 && isSeal(secret, purpose(link, shownMs), word)
}
