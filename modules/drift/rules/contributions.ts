/** A signal with its level before and now, and whether it belongs to the drift. */
export type Level = Readonly<{
  dimension: string
  worse: "lower" | "higher"
  changed: boolean
  before: number | null
  after: number | null
}>

/** How far an index stands from its normal 1, and each signal's share of what is missing; null where a signal is not part of it. */
export type Fall = Readonly<{ index: number; shares: readonly (number | null)[] }>

/**
 * What the fall of a partnership consists of.
 *
 * The index is the mean over dimensions (promises, governance, pipeline, ...) of the mean over their signals of the attained share
 * of the promised or normal level, so that a dimension watched by four signals weighs no more than one watched by one. Signals
 * that do not belong to the drift stand at their normal level: what they did is noise. It was chosen because a manager can check it
 * on paper; it leaves out how sure each signal is, which is told beside it.
 *
 * The value of a set of signals is how far the index falls when only they move. A mean is additive, so the Shapley value (Shapley 1953,
 * A value for n-person games), which averages what a signal adds over all orders in which they could move, is the signal's own term,
 * exactly, without going through 2^n sets. O(signals). Undefined when nothing fell.
 */
export const fallOf = (signals: readonly Level[]): Fall | undefined => {
  const losses = signals.map(lossOf)
  const known = Map.groupBy(
    signals.filter((_, i) => losses[i] !== undefined),
    ({ dimension }) => dimension,
  )
  const terms = signals.map(({ dimension }, i) => {
    const loss = losses[i]
    return loss === undefined ? null : loss / (known.size * (known.get(dimension)?.length ?? 1))
  })
  const fall = terms.reduce<number>((sum, term) => sum + (term ?? 0), 0)
  if (!(fall > 0)) return undefined
  return { index: 1 - fall, shares: terms.map((term) => term && term / fall) }
}

/** Lost share of the normal level, 0 to 1; undefined where no level is known. */
const lossOf = ({ worse, changed, before, after }: Level): number | undefined => {
  if (before === null || after === null || before < 0 || after < 0) return undefined
  if (!changed) return 0
  const [small, large] = worse === "lower" ? [after, before] : [before, after]
  return large > 0 ? Math.min(1, Math.max(0, 1 - small / large)) : undefined
}
