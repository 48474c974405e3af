import { sha256 } from "./digest.ts"

/** What an index takes of a text, in characters. */
const longestKey = 500

/** A text as a key of an index: as it is where it fits, its SHA-256 where it does not, so that no two texts become the same key. */
export const indexKey = (text: string): string => (text.length <= longestKey ? text : sha256(text))
