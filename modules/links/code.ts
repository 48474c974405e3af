import type { Id } from "#core/ids"
import { isSame, seal } from "#platform/seal"

const digits = 6

/** The code of one asking: made anew when it is mailed and when it is typed in, and kept nowhere. */
export const codeOf = (secret: string, id: Id): string => {
  const drawn = Buffer.from(seal(secret, `link code ${id}`), "base64url").readUIntBE(0, 6)
  return String(drawn % 10 ** digits).padStart(digits, "0")
}

/** As people type and paste it: with blanks and hyphens, in the digits of another script's keyboard. */
const typed = (given: string): string => given.normalize("NFKC").replaceAll(/[\s-]/g, "")

/** Whether it is the code of one of these askings; each wrong one takes as long. */
export const isCodeOf = (secret: string, askings: readonly Readonly<{ id: Id }>[], given: string): boolean => {
  const actual = typed(given)
  // Every one is compared, so that the time says nothing of which.
  return askings.map(({ id }) => isSame(codeOf(secret, id), actual)).includes(true)
}
