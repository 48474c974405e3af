import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import { type Clause, type TermKind, type Terms, termsIn } from "../rules.ts"
import { insteadOf } from "./alternatives.ts"
import { spokenClause } from "./spokenClause.ts"
import { placed } from "./start.ts"
import { startOf } from "./starts.ts"
import { spokenTerms, termsBroughtBy } from "./terms.ts"

export type ReadyClause = Readonly<{
  clause: Clause
  /** When to use it, in one sentence. */
  purpose: string
  /** Whether the type's ready text has it. */
  isInText: boolean
  /** The clause of the ready text in whose place it is put; undefined when it stands beside the others. */
  insteadOf: string | undefined
  /** The terms it names. */
  names: readonly TermKind[]
  /** What is suggested for these, and what it changes of others; what is missing here is asked for. */
  terms: Terms
}>

/** All clauses that fit a type: those of its ready text in their order, then what may take their place or join them. */
export const readyClauses = (type: PartnershipType, say: Say): readonly ReadyClause[] => {
  const { text, further } = startOf(type)
  const inText = text.map((entry) => placed(entry).key)
  const suggested = spokenTerms(type, say)
  return [...text, ...further].map((entry) => {
    const clause = spokenClause(entry, say)
    const names = termsIn(clause.content)
    const own = Object.fromEntries(
      names.flatMap((kind) => (suggested[kind] === undefined ? [] : [[kind, suggested[kind]]])),
    )
    return {
      clause,
      purpose: say(`clauses:clause.${clause.key}.purpose`),
      isInText: inText.includes(clause.key),
      insteadOf: insteadOf(clause.key, inText),
      names,
      terms: { ...own, ...termsBroughtBy(clause.key, say) },
    }
  })
}
