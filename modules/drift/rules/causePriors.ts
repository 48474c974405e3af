import type { Cause } from "./finding.ts"
import { patterns } from "./patterns.ts"

/** What a person said the cause of a case was. */
export type Confirmed = Readonly<{ partnership: string; type: string; cause: Cause }>

/** Weight of each cause before looking; those not listed keep the pattern's own. */
export type CausePriors = ReadonlyMap<Cause, number>

/** Confirmed cases that the expectation is worth: against those of other types, and against those of this type. */
const strengthAcrossTypes = 30
const strengthWithinType = 10

/**
 * The prior of one partnership type, learned from what people of this workspace confirmed.
 *
 * A Dirichlet prior over the causes that patterns tell, in two steps: what other types confirmed moves the expectation slowly, what
 * this type confirmed moves it faster (partial pooling), and with many cases the counts alone speak. What was confirmed about the
 * partnership itself is left out: the machine would repeat the person. The market and a promise that was too high are read
 * off the data without a prior and learn nothing. Undefined while nothing was confirmed.
 * See Gelman et al., Bayesian Data Analysis, chapter 5. O(confirmed + causes).
 */
export const learnPriors = (
  { partnership, type }: Readonly<{ partnership: string; type: string }>,
  confirmed: readonly Confirmed[],
): CausePriors | undefined => {
  const told = confirmed.filter((each) => each.partnership !== partnership && learnable.has(each.cause))
  if (told.length === 0) return undefined
  const own = counted(told.filter((each) => each.type === type))
  const others = counted(told.filter((each) => each.type !== type))
  const weights = patterns.map((pattern) => pattern.priorFor?.[type] ?? pattern.prior)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map(
    patterns.map(({ cause }, i) => {
      const expected = updated((weights[i] as number) / total, strengthAcrossTypes, others, cause)
      return [cause, total * updated(expected, strengthWithinType, own, cause)]
    }),
  )
}

const learnable: ReadonlySet<Cause> = new Set(patterns.map(({ cause }) => cause))

type Counts = Readonly<{ all: number; by: ReadonlyMap<Cause, number> }>

const counted = (told: readonly Confirmed[]): Counts => {
  const by = new Map<Cause, number>()
  for (const { cause } of told) by.set(cause, (by.get(cause) ?? 0) + 1)
  return { all: told.length, by }
}

/** Mean of the Dirichlet posterior. */
const updated = (expected: number, strength: number, { all, by }: Counts, cause: Cause): number =>
  (strength * expected + (by.get(cause) ?? 0)) / (strength + all)
