import type { TermKind, Terms } from "../rules.ts"

/** What an agreement of one type starts with. Clauses are named by keys that stay: deviation from the start is known by them. */
export type Start = Readonly<{
  /** The text in its order; clauses below the one before are marked by `below`. */
  text: readonly string[]
  /** Terms with a suggestion. The appointment's words come from the texts, since they are signed as they are said. */
  terms: Readonly<Omit<Terms, "territory" | "exclusivity" | "governing_law">> & {
    readonly exclusivity?: "non-exclusive"
  }
  /** Terms that stand in the text and that nobody can suggest: people are asked for them. */
  asked: readonly TermKind[]
  /** What else fits the type: instead of a clause of the text or beside it. */
  further: readonly string[]
}>

/** Marks a clause below another one in a list of keys. */
export const below = (...keys: readonly string[]): readonly string[] => keys.map((key) => `${mark}${key}`)

export const placed = (entry: string): Readonly<{ key: string; level: 1 | 2 }> =>
  entry.startsWith(mark) ? { key: entry.slice(mark.length), level: 2 } : { key: entry, level: 1 }

const mark = "> "
