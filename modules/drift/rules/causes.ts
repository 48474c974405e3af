import { weekFromNumber, weekNumber } from "#core/time"
import type { CausePriors } from "./causePriors.ts"
import type { Change } from "./change.ts"
import type { Cause, CauseFinding, DatedEvent, Evidence } from "./finding.ts"
import type { WeekDistribution } from "./join.ts"
import { chanceOf, isObserved, maturityOf, membership, order, unknown, unlisted, type Weighed } from "./likelihood.ts"
import { type Pattern, patterns } from "./patterns.ts"

/** What the ranking may look at. */
export type CauseQuestion = Readonly<{
  type: string
  signals: readonly Weighed[]
  events: readonly DatedEvent[]
  onset: WeekDistribution
  /** How much of what moved like partnerships saw move too, 0 to 1. */
  marketShare: number
  /** Weights before looking that people's confirmations taught; the patterns' own where there are none. */
  priors?: CausePriors | undefined
}>

/** Weeks before and after an onset in which an event goes with it. */
const eventBefore = 13
const eventAfter = 4

/**
 * Ranks the causes of a drift: prior by type x chance of just these signals moving x chance of this order x dated events
 * near the onset. The order weighs more than the size of any movement: the biggest mover is usually the victim.
 */
export const rankCauses = (question: CauseQuestion): readonly CauseFinding[] => {
  const start = fromTheStart(question.signals)
  if (start !== undefined) return start
  const moved = question.signals.filter(({ inclusion }) => inclusion > 0.5).map(({ change }) => change)
  const maturity = maturityOf(question.onset)
  const scored = patterns.map((pattern) => {
    const events = eventsFor(pattern, question)
    if (events.length === 0 && !isObserved(pattern, question.signals)) {
      const score =
        Math.log(priorUnknown * (question.priors?.get(pattern.cause) ?? pattern.prior)) + unknown(question.signals)
      return { cause: pattern.cause as Cause, score, evidence: [] }
    }
    const score =
      Math.log(question.priors?.get(pattern.cause) ?? pattern.priorFor?.[question.type] ?? pattern.prior) +
      membership(pattern, question.signals, maturity) +
      order(pattern, moved, events.length > 0) +
      (events.length > 0 ? Math.log(6) : Math.log(pattern.withoutEvent))
    return { cause: pattern.cause as Cause, score, evidence: evidenceFor(pattern, moved, events) }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const market = {
    cause: "market" as Cause,
    score: best + Math.log(Math.max(0.03, 4 * question.marketShare ** 2)),
    evidence: moved.map(weeksOf),
  }
  return normalise([...scored, market], best, Math.log(priorUnknown) + unknown(question.signals))
}

/** Below the promise from the first weeks: nothing was ever reached, or the promise was too high for two honest sides. */
const fromTheStart = (signals: readonly Weighed[]): readonly CauseFinding[] | undefined => {
  const short = signals.map(({ change }) => change).filter((change) => change.shortfall !== undefined)
  if (short.length === 0) return undefined
  const nothing = short.filter((change) => change.shortfall?.isNothing).length
  const broken = signals.some(
    ({ change, inclusion }) =>
      change.signal.definition.dimension === "promise" && (inclusion > 0.5 || (change.after ?? 1) < 0.7),
  )
  const share = (nothing + 0.25) / (short.length + 0.5)
  const wrong = (1 - share) * (broken ? 0.5 : 1)
  const evidence = short.map(weeksOf)
  const ranked = [
    { cause: "never_activated" as Cause, probability: share, evidence },
    { cause: "wrong_promise" as Cause, probability: wrong, evidence },
    { cause: "capability_gap" as Cause, probability: broken ? 0.3 : 0.1, evidence },
  ]
  const total = ranked.reduce((sum, one) => sum + one.probability, 0)
  return ranked
    .map((one) => ({ ...one, probability: one.probability / total }))
    .sort((a, b) => b.probability - a.probability)
}

/** Weight of a cause that no pattern tells: it keeps certainty for those who earn it. */
const priorUnknown = 0.1

/** Events of the right kind and side from a quarter (or the pattern's own time) before the earliest likely onset to a month after the latest. */
const eventsFor = (pattern: Pattern, { events, onset }: CauseQuestion): readonly DatedEvent[] => {
  const near = (event: DatedEvent) => {
    const at = weekNumber(event.occurredOn) - onset.firstWeek
    let mass = 0
    for (
      let i = Math.max(0, at - eventAfter);
      i <= Math.min(onset.weights.length - 1, at + (pattern.eventWeeks ?? eventBefore));
      i++
    ) {
      mass += onset.weights[i] as number
    }
    return mass > 0.3
  }
  const side = pattern.eventSide
  return events.filter(
    (event) =>
      pattern.events.test(event.kind.replaceAll("_", " ")) &&
      (side === undefined || event.side === undefined || event.side === side) &&
      near(event),
  )
}

const evidenceFor = (
  pattern: Pattern,
  moved: readonly Change[],
  events: readonly DatedEvent[],
): readonly Evidence[] => {
  const told = moved.filter((change) => chanceOf(pattern, change) > unlisted)
  return [
    ...events.map(({ kind, occurredOn, side, partyId, id }) => ({
      event: kind,
      occurredOn,
      side: side ?? null,
      partyId: partyId ?? null,
      id: id ?? null,
    })),
    ...told.map(weeksOf),
  ]
}

const weeksOf = (change: Change): Evidence => {
  const { signal, onset, before, after } = change
  const start = onset.indexOf(Math.max(...onset))
  const end = signal.firstWeek + onset.length - 1
  const finite = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  return {
    signal: signal.definition.key,
    partyId: signal.partyId ?? null,
    from: weekFromNumber(signal.firstWeek + start),
    to: weekFromNumber(end),
    before: finite(before),
    after: finite(after),
  }
}

const normalise = (
  scored: readonly Readonly<{ cause: Cause; score: number; evidence: readonly Evidence[] }>[],
  best: number,
  unknownScore: number,
): readonly CauseFinding[] => {
  const weights = scored.map(({ score }) => Math.exp(score - best))
  const total = weights.reduce((a, b) => a + b, Math.exp(unknownScore - best))
  return scored
    .map(({ cause, evidence }, i) => ({ cause, probability: (weights[i] as number) / total, evidence }))
    .sort((a, b) => b.probability - a.probability)
}
