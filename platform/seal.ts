import { createHmac, timingSafeEqual } from "node:crypto"

/** A word that only who knows the secret can make: the same for the same purpose. */
export const seal = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url")

/** Whether a given word is the one expected; takes the same time for every wrong one of its length. */
export const isSame = (expected: string, given: string): boolean => {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Whether a given word is the one for the purpose. */
export const isSeal = (secret: string, purpose: string, given: string): boolean => isSame(seal(secret, purpose), given)
