/** A stretch of even level: first index, one past the last, mean of the values present. */
export type Regime = Readonly<{ start: number; end: number; level: number }>

/** A time below (or above, for things that should be low) the level that was normal before. `end` is undefined while open. */
export type Episode = Readonly<{
  /** Index into the regimes: the last normal one before, the first and the last of the episode. */
  normal: number
  first: number
  last: number
  end: number | undefined
  outcome: "open" | "recovered" | "settled"
}>

/** The episodes in order, and the regime whose level is normal at the end. */
export type Told = Readonly<{ episodes: readonly Episode[]; normal: number }>

/** What counts as worse, as back to normal, and as the new normal. */
export type EpisodeRules = Readonly<{
  worse: -1 | 1
  /** Share of the normal level that must be lost (or added) to matter. */
  leastChange: number
  /** Share of the lost ground that must be regained to have recovered. */
  regained: number
  /** Observations after which an even lower level is the new normal; never for one near zero. */
  settleAfter: number
  /** Shortest regime that can set the normal level: a burst does not. One a little worse must hold longer: it may be a decline's first stair. */
  shortest: number
  shortestWorse: number
}>

export const episodeRules: Omit<EpisodeRules, "worse"> = {
  leastChange: 0.2,
  regained: 0.6,
  settleAfter: 156,
  shortest: 8,
  shortestWorse: 52,
}

/**
 * Reads a sequence of regimes as a story: normal, worse, worse still, recovered, worse again.
 *
 * Consecutive falls are one episode, so that a slow decline cut into stairs has one beginning. A lower level that
 * holds for three years is the new normal, but near silence (a tenth of normal or less) never is. One that
 * had been nearly silent for a year and comes back for half a year has started anew. Linear time.
 */
export const episodesOf = (regimes: readonly Regime[], rules: EpisodeRules): Told => {
  const found: Episode[] = []
  let normal = 0
  let open: { normal: number; first: number; trough: number } | undefined
  for (let k = 1; k < regimes.length; k++) {
    const now = regimes[k] as Regime
    const base = regimes[open?.normal ?? normal] as Regime
    if (open === undefined) {
      if (isWorse(now.level, base.level, rules)) open = { normal, first: k, trough: k }
      else if (setsLevel(now, base, rules)) normal = k
      continue
    }
    const trough = regimes[open.trough] as Regime
    const previous = regimes[k - 1] as Regime
    if (lengthOf(now) >= rules.shortest && (isBack(now, base, trough, rules) || isRevival(now, trough, base, rules))) {
      found.push({ normal: open.normal, first: open.first, last: k - 1, end: now.start, outcome: "recovered" })
      open = undefined
      normal = k
    } else if (hasSettled(previous, base, rules)) {
      const settled = { normal: open.normal, first: open.first, last: k - 1 }
      found.push({ ...settled, end: previous.start + rules.settleAfter, outcome: "settled" })
      normal = k - 1
      open = isWorse(now.level, previous.level, rules) ? { normal, first: k, trough: k } : undefined
      if (open === undefined && setsLevel(now, previous, rules)) normal = k
    } else if (rules.worse * (now.level - trough.level) > 0 && lengthOf(now) >= rules.shortest) open.trough = k
  }
  if (open === undefined) return { episodes: found, normal }
  const last = closing(regimes, open, rules)
  return { episodes: [...found, last], normal: last.outcome === "settled" ? last.last : last.normal }
}

const closing = (regimes: readonly Regime[], open: { normal: number; first: number }, rules: EpisodeRules): Episode => {
  const last = regimes.length - 1
  const final = regimes[last] as Regime
  const span = { normal: open.normal, first: open.first, last }
  return hasSettled(final, regimes[open.normal] as Regime, rules)
    ? { ...span, end: final.start + rules.settleAfter, outcome: "settled" }
    : { ...span, end: undefined, outcome: "open" }
}

const lengthOf = (regime: Regime): number => regime.end - regime.start
const isWorse = (now: number, base: number, { worse, leastChange }: EpisodeRules): boolean =>
  worse * (now - base) > leastChange * Math.max(Math.abs(base), 1e-9)
const setsLevel = (now: Regime, base: Regime, { worse, shortest, shortestWorse }: EpisodeRules): boolean =>
  lengthOf(now) >= (worse * (now.level - base.level) > 0 ? shortestWorse : shortest)
const isBack = (now: Regime, base: Regime, trough: Regime, { worse, regained }: EpisodeRules): boolean =>
  worse * (now.level - trough.level) <= -regained * Math.abs(base.level - trough.level)
const isNearSilent = (now: Regime, base: Regime, worse: number): boolean =>
  worse < 0 && Math.abs(now.level) <= 0.1 * Math.abs(base.level)
const isRevival = (now: Regime, trough: Regime, base: Regime, rules: EpisodeRules): boolean =>
  isNearSilent(trough, base, rules.worse) &&
  lengthOf(trough) >= 52 &&
  lengthOf(now) >= 26 &&
  !isNearSilent(now, base, rules.worse) &&
  now.level > 3 * trough.level
const hasSettled = (regime: Regime, base: Regime, rules: EpisodeRules): boolean =>
  lengthOf(regime) >= rules.settleAfter && !isNearSilent(regime, base, rules.worse)
