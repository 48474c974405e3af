import type { PlainDate } from "#core/time"
import type { Facts } from "./facts.ts"
import { lineOf } from "./line.ts"
import { belowOf, discountOf, highestMet, type Judged, judge } from "./movement.ts"
import type { Terms } from "./terms.ts"

/** What becomes of a partnership by other terms: `below_already` is who would fall by those of today, too. */
export const trialOutcomes = ["rises", "falls", "below_already", "pending", "stays"] as const
export type TrialOutcome = (typeof trialOutcomes)[number]

export type Tried = Readonly<{
  outcome: TrialOutcome
  /** The tier that they would have in the end, grace over. */
  tier: string | null
  before: Judged[]
  after: Judged[]
  /** What the discounts cost more in a year, in minor units, by the sales of the last twelve months; null where these are not known. */
  costMinor: number | null
}>

type Given = Readonly<{ now: Terms; tried: Terms; facts: Facts; tier: string | null; on: PlainDate }>

/** Tries terms on one partnership by the very rule that evaluates it, and writes nothing. */
export const tryTerms = ({ now, tried, facts, tier, on }: Given): Tried => {
  const [before, after] = [judge(now, facts, on), judge(tried, facts, on)]
  const outcome = outcomeOf(before, after, tier)
  const next = tierAfter(after, tier, outcome)
  return { outcome, tier: next, before, after, costMinor: costOf({ now, tried, facts, tier, on }, outcome, next) }
}

const outcomeOf = (before: readonly Judged[], after: readonly Judged[], tier: string | null): TrialOutcome => {
  const place = (judged: readonly Judged[], key: string | null) => judged.findIndex((each) => each.key === key)
  const best = highestMet(after)
  if (best && place(after, best.key) > place(after, tier)) return "rises"
  const standing =
    after[place(after, tier)]?.standing ?? (after.some((each) => each.standing === "pending") ? "pending" : "met")
  if (standing === "pending") return "pending"
  if (standing === "met") return "stays"
  return before[place(before, tier)]?.standing === "not_met" ? "below_already" : "falls"
}

const tierAfter = (after: readonly Judged[], tier: string | null, outcome: TrialOutcome): string | null => {
  if (outcome === "rises") return highestMet(after)?.key ?? tier
  return outcome === "falls" || outcome === "below_already" ? belowOf(after, tier) : tier
}

/** Only what the change itself does costs or saves: who is below already would fall without it. */
const costOf = ({ now, tried, facts, tier, on }: Given, outcome: TrialOutcome, next: string | null): number | null => {
  const bps =
    outcome === "below_already" || outcome === "pending"
      ? 0
      : discountOf(tried.tiers, next) - discountOf(now.tiers, tier)
  if (bps === 0) return 0
  const sold = lineOf({ key: "sold", kind: "won", about: "", threshold: 1, windowMonths: 12 }, facts, on)
  return sold.uncounted > 0 || sold.value === null ? null : Math.round((sold.value * bps) / 10_000)
}
