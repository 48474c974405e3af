import { findingOf, lastWeekKnown, threshold } from "./assess.ts"
import type { Assessment, Subject } from "./finding.ts"
import { firstSeen } from "./firstSeen.ts"
import { type Shock, shocksOf } from "./market.ts"
import { beganBy } from "./young.ts"

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
  const assess = assessAmong(subjects, asOf)
  for (const subject of subjects) yield assess(subject)
}

/** The finding about one subject of a portfolio as of a day, for who asks about some of them only. Remembers every market it looked at. */
export const assessAmong = (subjects: readonly Subject[], asOf: string): ((subject: Subject) => Assessment) => {
  const lastWeek = lastWeekKnown(asOf)
  const market = marketByWeek(subjects)
  return (subject) => {
    const marketAt = (week: number) => market(subject.type, week)
    const finding = findingOf(asKnown(subject, asOf), lastWeek, marketAt(lastWeek))
    const began = finding.drifting ? beganBy(finding, lastWeek) : null
    return began
      ? { ...finding, detectedOn: firstSeen(subject, finding, began, { lastWeek, level: threshold, marketAt }) }
      : finding
  }
}

/** Members of a type whose common movement is the market: enough for a median, few enough to ask week after week. */
const sampleSize = 100

/** Shocks to a type as visible at the end of a week; computed once per type and week asked for. */
const marketByWeek = (subjects: readonly Subject[]) => {
  const known = new Map<string, readonly Shock[]>()
  const byType = new Map(
    [...Map.groupBy(subjects, ({ type }) => type)].map(([type, members]) => [type, sampleOf(members)]),
  )
  return (type: string, week: number): readonly Shock[] => {
    const key = `${week} ${type}`
    const found = known.get(key) ?? shocksOf(byType.get(type) ?? [], week)
    known.set(key, found)
    return found
  }
}

/** Members spread evenly over the portfolio, so that the order of a file does not choose the market. */
const sampleOf = (members: readonly Subject[]): readonly Subject[] => {
  const step = Math.max(1, members.length / sampleSize)
  return Array.from(
    { length: Math.min(members.length, sampleSize) },
    (_, k) => members[Math.floor(k * step)] as Subject,
  )
}
