import type { Say } from "#platform/texts"
import type { Clause } from "../rules.ts"
import { blocksOf, placeOfTerms } from "./blocks.ts"
import { placed } from "./start.ts"

/** One clause of a start in words. */
export const spokenClause = (entry: string, say: Say): Clause => {
  const { key, level } = placed(entry)
  return {
    key,
    heading: say(`clauses:clause.${key}.heading`),
    level,
    content: blocksOf(say(`clauses:clause.${key}.content`, placeOfTerms)),
  }
}
