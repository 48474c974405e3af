import { randomBytes } from "node:crypto"

/** Bytes that nobody guesses. */
export const unguessable = (count: number): Uint8Array => randomBytes(count)

/** A word of as many bytes that nobody guesses. */
export const unguessableWord = (count: number): string => randomBytes(count).toString("base64url")
