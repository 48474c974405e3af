import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { datedWord, isDatedWord } from "./datedWord.ts"
import { pageHours, proofMinutes } from "./rules.ts"

/** What the page of a link carries in its form, so that a press is known to come from there, and from when it was shown. */
export const pageWord = (secret: string, link: Id, now: Instant): string => datedWord(secret, `link page ${link}`, now)

export const isPageWord = (secret: string, link: Id, now: Instant, given: string): boolean =>
  isDatedWord(secret, `link page ${link}`, { now, given, minutes: pageHours * 60 })

/** What whoever typed the right code carries on with: time to read and decide, without typing it again. */
export const proofWord = (secret: string, link: Id, now: Instant): string =>
  datedWord(secret, `link proof ${link}`, now)

export const isProof = (secret: string, link: Id, now: Instant, given: string): boolean =>
  isDatedWord(secret, `link proof ${link}`, { now, given, minutes: proofMinutes })
