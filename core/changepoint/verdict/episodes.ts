/** A stretch of even level: first index, one past the last, mean of the values present. */
export type Regime = Readonly<{ start: number; end: number; level: number }>

/** A time below (or above, for things that should be low) the level that was normal before. `end` is undefined while open. */
export type Episode = Readonly<{
  /** Index into the regimes: the last normal one before, the first and the last of the episode. */
  normal: number
  first: number
  last: number
  end: number | undefined
  outcome: "open" | "recovered"
}>

/** The episodes in order, and the regime whose level is normal at the end. */
export type Told = Readonly<{ episodes: readonly Episode[]; normal: number }>

/** What counts as worse, as back to normal, and as the new normal. */
export type EpisodeRules = Readonly<{
  worse: -1 | 1
  /** Share of the normal level that must be lost (or added) to matter. */
  leastChange: number
  /** The levels are shares of 1: of a small one a tenth is next to nothing, so what changed must be an effect of some size, too. */
  isShare: boolean
  /** Share of the lost ground that must be regained to have recovered. */
  regained: number
  /** Shortest regime that can set the normal level: a burst does not. One a little worse must hold longer: it may be a decline's first stair. */
  shortest: number
  shortestWorse: number
  /** A better time shorter than this, and than the usual one before it, sets no level: its end is a return and no fall. */
  passing: number
}>

export const episodeRules: Omit<EpisodeRules, "worse"> = {
  leastChange: 0.2,
  isShare: false,
  regained: 0.6,
  shortest: 8,
  shortestWorse: 52,
  passing: 52,
}

/**
 * Reads a sequence of regimes as a story: normal, worse, worse still, recovered, worse again.
 *
 * Consecutive falls are one episode, so that a slow decline cut into stairs has one beginning. No lower level becomes normal
 * by lasting: that is for people to accept. One that had been nearly silent for a year and comes back for half a year has
 * started anew. Who goes back to the usual level after a better time that passed has not fallen. Linear time.
 */
export const episodesOf = (regimes: readonly Regime[], rules: EpisodeRules): Told => {
  const found: Episode[] = []
  let normal = 0
  let better: Better | undefined
  let open: { normal: number; first: number; trough: number } | undefined
  for (let k = 1; k < regimes.length; k++) {
    const now = regimes[k] as Regime
    const base = regimes[open?.normal ?? normal] as Regime
    if (open === undefined) {
      const usual = better && (regimes[better.usual] as Regime)
      if (better && usual && isReturn(now, usual, regimes[better.first] as Regime, rules)) {
        normal = k
        better = undefined
      } else if (isWorse(now.level, base.level, rules)) {
        open = { normal, first: k, trough: k }
        better = undefined
      } else if (setsLevel(now, base, rules)) {
        if (isBetter(now.level, base.level, rules)) better ??= { usual: normal, first: k }
        normal = k
      }
      continue
    }
    const trough = regimes[open.trough] as Regime
    if (lengthOf(now) >= rules.shortest && (isBack(now, base, trough, rules) || isRevival(now, trough, base, rules))) {
      found.push({ normal: open.normal, first: open.first, last: k - 1, end: now.start, outcome: "recovered" })
      open = undefined
      normal = k
    } else if (rules.worse * (now.level - trough.level) > 0 && lengthOf(now) >= rules.shortest) open.trough = k
  }
  if (open === undefined) return { episodes: found, normal }
  const { first } = open
  const last = { normal: open.normal, first, last: regimes.length - 1, end: undefined, outcome: "open" as const }
  return { episodes: [...found, last], normal: last.normal }
}

/** The regime that was usual before a better time, and the first of that time. */
type Better = Readonly<{ usual: number; first: number }>

const lengthOf = (regime: Regime): number => regime.end - regime.start
export const isWorse = (now: number, base: number, { worse, ...rules }: EpisodeRules): boolean =>
  matters(worse * (now - base), now, base, rules)
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
const isBetter = (now: number, base: number, { worse, ...rules }: EpisodeRules): boolean =>
  matters(worse * (base - now), now, base, rules)

/** A quarter of what is called a small effect of shares: from 0.8 % to 1.3, from 20 to 22, from 95 to 94. */
const leastEffect = 0.05

/** Enough of the level, and between shares an effect of some size (h, Cohen 1988): an error rate of 0.8 % after 0.7 harms nobody. */
const matters = (by: number, now: number, base: number, rules: Omit<EpisodeRules, "worse">): boolean =>
  by > rules.leastChange * Math.max(Math.abs(base), 1e-9) &&
  (!rules.isShare || Math.abs(angleOf(now) - angleOf(base)) >= leastEffect)

const angleOf = (share: number): number => 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))))
const isReturn = (now: Regime, usual: Regime, better: Regime, rules: EpisodeRules): boolean =>
  !isWorse(now.level, usual.level, rules) &&
  !isBetter(now.level, usual.level, rules) &&
  now.start - better.start < Math.min(rules.passing, lengthOf(usual))
