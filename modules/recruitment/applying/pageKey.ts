import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { unguessableWord } from "#platform/random"
import { isSeal, seal } from "#platform/seal"

const sealed = (form: Id, said: string) => `application page ${form} ${said}`

/** The word that a form's page carries: this page's alone, and with when it was made. What is sent with it twice is sent once. */
export const pageKeyOf = (secret: string, form: Id, now: Instant): string => {
  const said = `${Date.parse(now).toString(36)}.${unguessableWord(9)}`
  return `${said}.${seal(secret, sealed(form, said))}`
}

/** For how many seconds the page had been open; undefined where the word is none of ours, or of another form. */
export const secondsOpen = (secret: string, form: Id, now: Instant, key: string): number | undefined => {
  const parts = key.split(".")
  const [at = "", random = "", word = ""] = parts
  if (parts.length !== 3 || !isSeal(secret, sealed(form, `${at}.${random}`), word)) return undefined
  const seconds = (Date.parse(now) - Number.parseInt(at, 36)) / 1_000
  return seconds >= 0 ? seconds : undefined
}
