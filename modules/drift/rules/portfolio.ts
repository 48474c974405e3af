import { weekFromNumber, weekNumber } from "#core/time"
import { findingOf, lastWeekKnown, verdictOf } from "./assess.ts"
import type { Assessment, OnsetDate, Subject } from "./finding.ts"
import { type Shock, shocksOf } from "./market.ts"

/** What was known on a day: events that had happened, the weeks that were over. */
const asKnown = (subject: Subject, asOf: string): Subject => ({
  ...subject,
  events: subject.events.filter((event) => event.occurredOn <= asOf),
})

/**
 * Findings for a whole portfolio as of a day, in the order given. Like partnerships are each other's market.
 *
 * The detection date is the first Monday on which the same question, asked with what was known then, was answered "drifting".
 */
export const assessPortfolio = function* (subjects: readonly Subject[], asOf: string): Generator<Assessment> {
  const lastWeek = lastWeekKnown(asOf)
  const market = marketByWeek(subjects)
  for (const subject of subjects) {
    const ownMarket = (week: number) => market(subject.type, week)
    const finding = findingOf(asKnown(subject, asOf), lastWeek, ownMarket(lastWeek))
    yield finding.drifting && finding.onset
      ? { ...finding, detectedOn: detectedOn(subject, finding.onset, lastWeek, ownMarket) }
      : finding
  }
}

/** Shocks to a type as visible at the end of a week; computed once per type and week asked for. */
const marketByWeek = (subjects: readonly Subject[]) => {
  const known = new Map<string, readonly Shock[]>()
  const byType = Map.groupBy(subjects, ({ type }) => type)
  return (type: string, week: number): readonly Shock[] => {
    const key = `${week} ${type}`
    const found = known.get(key) ?? shocksOf(byType.get(type) ?? [], week)
    known.set(key, found)
    return found
  }
}

/** Weeks after an onset before it can be seen at all. */
const leastDelay = 4

/**
 * The Monday on which the drift first showed: halving between a week without and a week with the verdict, so the answer
 * can be checked by asking again as of that day and as of a week before. Where an older drift was still open when this one
 * began, it was seen as soon as it could be. O(log weeks) verdicts.
 */
const detectedOn = (
  subject: Subject,
  onset: OnsetDate,
  lastWeek: number,
  market: (week: number) => readonly Shock[],
): string => {
  const drifts = (week: number) => verdictOf(subject, week, market(week)).drifting
  const low = weekNumber(onset.low) - 1
  let without = drifts(low) ? Math.min(lastWeek, weekNumber(onset.date) + leastDelay) - 1 : low
  let withIt = lastWeek
  if (without > low && drifts(without)) return weekFromNumber(without + 1)
  while (withIt - without > 1) {
    const between = (without + withIt) >> 1
    if (drifts(between)) withIt = between
    else without = between
  }
  return weekFromNumber(withIt + 1)
}
