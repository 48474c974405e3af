import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

/* What is kept in the database and must not be read without the installation's secret: AES-256-GCM, each with a key of its own. */

const [saltBytes, ivBytes, tagBytes] = [16, 12, 16]

const keyOf = (secret: string, purpose: string, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, salt, `keelson at rest: ${purpose}`, 32))

/** Encrypts for one purpose; who says another one later cannot read it. */
export const encryptedAtRest = (secret: string, purpose: string, bytes: Uint8Array): Buffer => {
  const [salt, iv] = [randomBytes(saltBytes), randomBytes(ivBytes)]
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose, salt), iv)
  const encrypted = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([salt, iv, cipher.getAuthTag(), ...encrypted])
}

/** Undefined where it was encrypted with another secret or for another purpose, or was changed. */
export const readAtRest = (secret: string, purpose: string, kept: Uint8Array): Buffer | undefined => {
  if (kept.length < saltBytes + ivBytes + tagBytes) return undefined
  const [salt, iv] = [kept.subarray(0, saltBytes), kept.subarray(saltBytes, saltBytes + ivBytes)]
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose, salt), iv, { authTagLength: tagBytes })
  decipher.setAuthTag(kept.subarray(saltBytes + ivBytes, saltBytes + ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(kept.subarray(saltBytes + ivBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
