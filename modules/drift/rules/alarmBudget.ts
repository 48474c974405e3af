/**
 * False alarms per partnership and year against the certainty that keeps to them: the upper end of the 95 % interval on the harder of the
 * benchmark's two generators ("What certainty costs" in docs/benchmarks-drift.md, by `npm run bench:drift`). The usual budget has the level of the
 * command line, which costs .043. To be measured anew whenever the detector changes; ascending in the first, descending in the second.
 */
const measured: readonly (readonly [falseAlarmsPerYear: number, threshold: number])[] = [
  [0.014, 0.98],
  [0.016, 0.95],
  [0.022, 0.9],
  [0.027, 0.8],
  [0.05, 0.6],
  [0.068, 0.45],
  [0.11, 0.3],
]

/**
 * The certainty from which a partnership is said to drift, for a workspace that bears so many false alarms. Straight lines
 * between the measured points over the logarithm of the budget; what was not measured is answered like the nearest end.
 */
export const thresholdFor = (falseAlarmsPerYear: number): number => {
  const above = measured.findIndex(([budget]) => budget >= falseAlarmsPerYear)
  const [right, rightLevel] = measured.at(above) as (typeof measured)[number]
  const [left, leftLevel] = measured[above - 1] ?? [right, rightLevel]
  if (above <= 0 || left === right) return rightLevel
  const share = Math.log(falseAlarmsPerYear / left) / Math.log(right / left)
  return leftLevel + share * (rightLevel - leftLevel)
}

/** Log odds by which the evidence must fall below the level that opens a case before it closes one: six in ten opens, four in ten closes. */
const margin = Math.log(7 / 3)

/**
 * The level a partnership is held to: who is already seen to drift does so until the evidence has gone, not merely dipped.
 * Both sides of one test, so that noise around the threshold neither opens nor closes cases.
 */
export const levelFor = (threshold: number, isSeen: boolean): number =>
  isSeen ? 1 / (1 + (Math.exp(margin) * (1 - threshold)) / threshold) : threshold
