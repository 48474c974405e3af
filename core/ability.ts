import type { Ability } from "./endpoint.ts"
import { isRefusal } from "./refusal.ts"

/**
 * What the caller may do with a thing now: what the policy of the act says of them, and then what its rule says of the thing.
 * Both are the act's own, so that a button never promises what the act refuses.
 */
export const abilityOf = (permitted: Ability, decided: unknown = true): Ability => {
  if (permitted !== true) return permitted
  return isRefusal(decided) ? decided.refusal : true
}
