import { createHmac, timingSafeEqual } from "node:crypto"

/** A word that only who knows the secret can make: the same for the same purpose. */
export const seal = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url")

/** Whether a given word is the one for the purpose; takes the same time for every wrong one of its length. */
export const isSeal = (secret: string, purpose: string, given: string): boolean => {
  const expected = Buffer.from(seal(secret, purpose))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
