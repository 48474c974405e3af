import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import type { Terms } from "../rules.ts"
import { startOf } from "./starts.ts"

/** What is suggested for the terms of a type, with the words of a language. */
export const spokenTerms = (type: PartnershipType, say: Say): Terms => {
  const { exclusivity, ...numbers } = startOf(type).terms
  return {
    ...numbers,
    ...(exclusivity === undefined ? {} : { exclusivity: say(`clauses:exclusivity.${exclusivity}`) }),
  }
}

/** What a clause changes of the terms when it is taken in: the appointment and what is said of it must not differ. */
export const termsBroughtBy = (key: string, say: Say): Terms =>
  key === "exclusive" || key === "non-exclusive" ? { exclusivity: say(`clauses:exclusivity.${key}`) } : {}
