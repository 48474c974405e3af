import { textKey } from "#core/textKey"
import { addDays, type PlainDate } from "#core/time"
import { findSignal } from "#rules/metrics"
import { type Facts, isValidOn, type Measured } from "./facts.ts"
import { hasWindow, type Requirement, windowStart } from "./requirement.ts"

export const standings = ["met", "not_met", "pending"] as const
export type Standing = (typeof standings)[number]

/** Where a number comes from: the deal, value, certificate or agreement, its day, and what it counts. */
export type Source = Readonly<{ id: string; on: PlainDate; value: number }>

/** One requirement on one day: whether it is met, by which numbers, and where they come from. */
export type Line = Requirement &
  Readonly<{
    standing: Standing
    /** Null where nothing is known, which is not zero. */
    value: number | null
    from: PlainDate | null
    to: PlainDate
    /** The latest of them; `counted` says how many there are. */
    sources: Source[]
    counted: number
    /** Won deals that could not be counted, because their day, amount or rate is not known. */
    uncounted: number
  }>

/** A line is kept with each evaluation and read by people: nobody looks through more. */
const mostSources = 100

type Counted = Readonly<{ value: number | null; sources: Source[]; uncounted?: number }>

/** What one requirement comes to on a day. Equal is met; what nobody knows is pending, and not failed. */
export const lineOf = (requirement: Requirement, facts: Facts, on: PlainDate): Line => {
  const from = hasWindow(requirement.kind) ? windowStart(on, requirement.windowMonths) : null
  const { value, sources, uncounted = 0 } = count[requirement.kind](requirement, facts, { from: from ?? on, to: on })
  return {
    ...requirement,
    standing: standingOf(value, requirement.threshold, uncounted),
    ...{ value, from, to: on, sources: sources.slice(-mostSources), counted: sources.length, uncounted },
  }
}

/** What is there already can be enough; whether it falls short is known only where all of it could be counted. */
const standingOf = (value: number | null, threshold: number, uncounted: number): Standing => {
  if (value !== null && value >= threshold) return "met"
  return value === null || uncounted > 0 ? "pending" : "not_met"
}

type Window = Readonly<{ from: PlainDate; to: PlainDate }>
type Count = (requirement: Requirement, facts: Facts, window: Window) => Counted

const won: Count = (_requirement, { deals }, { from, to }) => {
  const sources: Source[] = []
  if (deals === null) return { value: null, sources }
  let uncounted = 0
  for (const { id, wonOn, amountMinor } of deals) {
    if (wonOn !== null && (wonOn < from || wonOn > to)) continue
    if (wonOn === null || amountMinor === null) uncounted += 1
    else sources.push({ id, on: wonOn, value: amountMinor })
  }
  return { ...added(sources), uncounted }
}

/** Counts and amounts are added up over the window; of everything else the latest value of it holds. */
const metric: Count = ({ about }, { measured }, { from, to }) => {
  const lastDayOf = ({ periodStart, periodDays }: Measured) => addDays(periodStart, periodDays - 1)
  const sources = measured
    .filter((each) => each.metric === about && each.periodStart >= from && lastDayOf(each) <= to)
    .map((each) => ({ id: each.id, on: lastDayOf(each), value: each.value }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  if (sources.length === 0) return { value: null, sources }
  const kind = findSignal(about)?.kind
  if (kind === "count" || kind === "amount") return added(sources)
  const latest = sources.slice(-1)
  return added(latest)
}

/** People, not certificates: who holds two counts once. We hold them ourselves, so that nobody is none and not unknown. */
const certified: Count = ({ about }, { certificates }, { to }) => {
  const wanted = textKey(about)
  const people = new Map<string, Source>()
  for (const each of certificates)
    if (isValidOn(each, to) && (wanted === "" || textKey(each.kind) === wanted))
      people.set(each.contactId, { id: each.contactId, on: each.issuedOn, value: 1 })
  return added([...people.values()])
}

const agreement: Count = (_requirement, { agreements }, { to }) =>
  atMostOne(
    agreements
      .filter(({ startsOn, endsOn }) => startsOn <= to && (endsOn === null || to <= endsOn))
      .map(({ id, startsOn }) => ({ id, on: startsOn, value: 1 })),
  )

/** Until somebody has looked, nobody knows. */
const byHand: Count = ({ key }, { byHand: said }, { to }) => {
  const word = said[key]
  if (word === undefined || word.on > to) return { value: null, sources: [] }
  const value = word.isMet ? 1 : 0
  return { value, sources: [{ id: key, on: word.on, value }] }
}

const added = (sources: Source[]): Counted => ({
  value: sources.reduce((sum, { value }) => sum + value, 0),
  sources,
})
const atMostOne = (sources: Source[]): Counted => ({ value: Math.min(sources.length, 1), sources })

const count: Readonly<Record<Requirement["kind"], Count>> = { won, metric, certified, agreement, by_hand: byHand }

/** How far it has come, in whole percent: never rounded up, and 100 only where it is met. Null where nothing is known. */
export const progressOf = ({ standing, value, threshold }: Pick<Line, "standing" | "value" | "threshold">) => {
  if (standing === "met") return 100
  if (value === null) return null
  return Math.max(0, Math.min(99, Math.floor((value / threshold) * 100)))
}

/** How much is missing; null where it is met, or nobody knows. */
export const missingOf = ({ standing, value, threshold }: Pick<Line, "standing" | "value" | "threshold">) =>
  standing === "met" || value === null ? null : threshold - value
