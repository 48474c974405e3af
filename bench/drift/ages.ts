import { weekFromNumber, weekNumber } from "#core/time"
import { assessPortfolio, type Subject } from "#rules/drift"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { chanceFrom } from "./chance.ts"
import { type Figure, share } from "./score.ts"
import type { Case } from "./truth.ts"

/** Weeks between the onset and the day asked about. */
const ages = [1, 2, 3, 4, 6, 8, 13, 26] as const

/** What was said of one drift at one age. */
export type Aged = Readonly<{ age: number; said: "nothing" | "too early to date" | "a band"; holds: boolean }>

/**
 * A drift asked about at every age it reached, alone: like partnerships say nothing here. Left out is who was said to drift before
 * anything had begun: that is a false alarm, and its date is another's.
 */
const askedAt = (subject: Subject, onset: number, lastWeek: number): readonly Aged[] => {
  const foundAt = (asOf: number) => {
    const [finding] = assessPortfolio([subject], weekFromNumber(asOf))
    return finding?.drifting ? finding : undefined
  }
  if (foundAt(onset) !== undefined) return []
  return ages.flatMap((age): readonly Aged[] => {
    const asOf = onset + age
    if (asOf > lastWeek + 1) return []
    const found = foundAt(asOf)
    if (found === undefined) return [{ age, said: "nothing", holds: false }]
    const { onset: band } = found
    if (band === null) return [{ age, said: "too early to date", holds: false }]
    return [{ age, said: "a band", holds: weekNumber(band.low) <= onset && onset <= weekNumber(band.high) }]
  })
}

/** Every drift of some worlds at every age. */
export const askByAge = (cases: readonly Case[]): readonly Aged[] =>
  cases.flatMap(({ subject, truth: { fate, onset, lastWeek } }) =>
    fate === "drift" && onset !== undefined ? askedAt(subject, onset, lastWeek) : [],
  )

/** Sudden falls of one count, which are seen at once: 3 to 8 a week, then none or a tenth. */
export const suddenFalls = (seed: number, times: number): readonly Aged[] => {
  const chance = chanceFrom(seed + 104_729)
  const definition = findSignal("registrations") as SignalDefinition
  const firstWeek = weekNumber("2023-01-02")
  return Array.from({ length: times }, (_, i) => {
    const before = chance.whole(60, 120)
    const rate = chance.between(3, 8)
    const left = chance.pick([0, 0, 0.1])
    const onset = firstWeek + before
    const values = Float64Array.from({ length: before + 30 }, (_, week) =>
      chance.poisson(firstWeek + week < onset ? rate : left * rate),
    )
    const signals = [{ definition, partyId: null, firstWeek, values }]
    return askedAt(
      { partnership: `s${i}`, type: "reseller", signals, events: [] },
      onset,
      firstWeek + values.length - 1,
    )
  }).flat()
}

export type AgeRow = Readonly<{ age: number; found: Figure; tooEarly: Figure; holds: Figure }>

/** By age: the share found; of those, the share that is too early to date; of the others, the share whose band holds the onset. */
export const byAge = (asked: readonly Aged[]): readonly AgeRow[] =>
  ages.map((age) => {
    const these = asked.filter((one) => one.age === age)
    const found = these.filter(({ said }) => said !== "nothing")
    const dated = found.filter(({ said }) => said === "a band")
    return {
      age,
      found: share(these, ({ said }) => said !== "nothing"),
      tooEarly: share(found, ({ said }) => said === "too early to date"),
      holds: share(dated, ({ holds }) => holds),
    }
  })
