import { findingOf, lastWeekKnown, threshold } from "./assess.ts"
import type { Assessment, Subject } from "./finding.ts"
import { firstSeen } from "./firstSeen.ts"
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
    const marketAt = (week: number) => market(subject.type, week)
    const finding = findingOf(asKnown(subject, asOf), lastWeek, marketAt(lastWeek))
    const { drifting, onset } = finding
    yield drifting && onset
      ? { ...finding, detectedOn: firstSeen(subject, { ...finding, onset }, lastWeek, { level: threshold, marketAt }) }
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
