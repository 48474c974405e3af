import type { Told } from "./told.ts"

/** A week in which it may have begun: log-likelihood ratio against no fall so far, and what is remembered of each signal that has fallen. */
type Candidate = { since: number; log: number; states: (Float64Array | undefined)[] }

/** A candidate whose likelihood ratio has sunk below this is given up: what it could still add shows in no digit. */
const hopeless = -16

/**
 * Shiryaev-Roberts with the true likelihoods: the sum, over every week in which the drift may have begun, of the likelihood ratio of all that
 * was recorded since, against no drift (Shiryaev 1963, Roberts 1966). Where a fall is there at once it is R_n = (1 + R_(n-1)) LR_n; here every candidate carries
 * the fall's own course and the lags between signals with it. Among all rules with so many false alarms none is earlier, but for a
 * fraction of a week (Pollak 1985; Polunchenko and Tartakovsky 2012). Yields log R, week after week.
 */
export const shiryaevRoberts = function* (
  told: readonly Told[],
  firstWeek: number,
  lastWeek: number,
): Generator<number> {
  const usual = told.map(({ reader }) => reader.start())
  let candidates: Candidate[] = []
  for (let week = firstWeek; week <= lastWeek; week++) {
    candidates.push({ since: week, log: 0, states: [] })
    for (const [k, signal] of told.entries()) {
      const i = week - signal.firstWeek
      if (i < 0 || i >= signal.weeks) continue
      const before = usual[k] as Float64Array
      const unfallen = before.slice()
      const usualLog = signal.reader.read(before, i, 1)
      for (const candidate of candidates) {
        const after = week - candidate.since - signal.lag
        if (after < 0) continue
        const state = candidate.states[k] ?? unfallen.slice()
        candidate.states[k] = state
        candidate.log += signal.reader.read(state, i, signal.times(Math.min(after, signal.settled))) - usualLog
      }
    }
    candidates = candidates.filter(({ log }) => log > hopeless)
    yield logOfSum(candidates)
  }
}

const logOfSum = (candidates: readonly Candidate[]): number => {
  const peak = Math.max(...candidates.map(({ log }) => log))
  return candidates.length === 0
    ? hopeless
    : peak + Math.log(candidates.reduce((sum, { log }) => sum + Math.exp(log - peak), 0))
}
