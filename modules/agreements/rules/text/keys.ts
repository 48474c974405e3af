import { type Refusal, refuse } from "#core/refusal"
import type { Clause } from "./clause.ts"

/** Each clause of a text has a key of its own: what was promised in a clause is known by it. */
export const decideKeys = (clauses: readonly Clause[]): true | Refusal<"clause-key-doubled"> => {
  const keys = clauses.map(({ key }) => key)
  const doubled = [...new Set(keys.filter((key, at) => key === "" || keys.indexOf(key) !== at))]
  return doubled.length === 0 || refuse("clause-key-doubled", { clauses: doubled })
}
