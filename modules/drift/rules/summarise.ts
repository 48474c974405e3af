import type { Id } from "#core/ids"
import { daysBetween, type PlainDate } from "#core/time"
import { findSignal, type SignalSide } from "#rules/metrics"
import { certaintyOf } from "./certainty.ts"
import type {
  Assessment,
  Cause,
  CauseFinding,
  EventEvidence,
  FirstBy,
  FirstSide,
  MarketFall,
  SignalFinding,
} from "./finding.ts"
import { isSameSignal } from "./finding.ts"
import { isVacancy, type Level, levelOf } from "./levels.ts"

/** How one clause goes on from the clause before: it opens, came later, or came at about the same time. */
type Joint = "first" | "then" | "and"

/** What became of a signal, in the way it is said. */
export type Move = "fell" | "rose" | "stopped" | "vacant" | "never-began" | "never-came" | "never-enough"

/** One clause of the sentence about a partnership, without words: whoever shows it puts it into the reader's language. */
export type Clause =
  | Readonly<{ key: "not-scored"; reason: string | null }>
  | Readonly<{ key: "steady" | "market" | "settled" }>
  | Readonly<{ key: "market-fell"; falls: MarketFall[] }>
  | Readonly<{ key: "recovered"; endedOn: PlainDate; outcome: string }>
  | Readonly<{
      /** Below what was promised from the start; or drifting; or, of who is silent, when it began. */
      key: "drifting-since" | "short-since" | "began"
      date: PlainDate
      low: PlainDate
      high: PlainDate
      detectedOn: PlainDate | null
      /** Weeks by which it was seen before revenue fell. */
      leadWeeks: number | null
    }>
  | Readonly<{ key: "changed-lately"; since: PlainDate; detectedOn: PlainDate | null }>
  | Readonly<{ key: "silent-since"; date: PlainDate }>
  | Readonly<{ key: "first-side"; side: FirstSide; partyId: Id | null }>
  | Readonly<{ key: "act"; joint: Joint; event: EventEvidence }>
  | SignalClause
  | Readonly<{
      key: "likely-causes" | "possible-causes"
      causes: { cause: Cause; probability: number }[]
    }>

export type SignalClause = Readonly<{
  key: "signal"
  joint: Joint
  how: Move
  signal: string
  side: SignalSide
  partyId: Id | null
  before: Level | null
  after: Level | null
  on: PlainDate | null
  /** Of what is dated before the clause that opens, though not clearly: the days between which it lies. */
  between: { low: PlainDate; high: PlainDate } | null
}>

/** Causes named in the sentence, and the least probability that is worth a word. */
const named = 3
const worthNaming = 0.05

/**
 * What a person would say about a partnership, clause by clause, in the order of saying it: the one place where that is decided. Who
 * let go first is told with what bears it out, before everything else that moved. `isSettled`: a person has decided about it.
 */
export const summarise = (finding: Assessment, isSettled = false): readonly Clause[] => {
  if (!finding.scored) return [{ key: "not-scored", reason: finding.reason }]
  const since = finding.drifting ? whenClauses(finding) : []
  if (since.length === 0 || isSettled) return quietClauses(finding, finding.drifting && isSettled)
  return [...since, ...whoseClauses(finding), ...storyOf(finding), ...causeClauses(finding.causes, named)]
}

/** The short form of the same: since when, whose, and the first cause. */
export const headlineOf = (finding: Headlined): readonly Clause[] => [
  ...whenClauses({ ...finding, signals: [] }),
  ...whoseClauses(finding),
  ...causeClauses(finding.causes, 1),
]

type Headlined = Pick<
  Assessment,
  | "onset"
  | "changedSince"
  | "detectedOn"
  | "silentSince"
  | "fromTheStart"
  | "firstSide"
  | "firstPartyId"
  | "firstBy"
  | "causes"
>

/** Since when, or that it is too early to say. Silence goes before it, as in the standing: who has fallen silent is not called drifting. */
const whenClauses = (finding: Headlined & Pick<Assessment, "signals">): readonly Clause[] => {
  const { onset, detectedOn, silentSince } = finding
  const changedSince = finding.changedSince ?? null
  const silent = silentSince === null ? [] : [{ key: "silent-since" as const, date: silentSince }]
  if (changedSince !== null) return [...silent, { key: "changed-lately", since: changedSince, detectedOn }]
  if (onset === null) return silent
  const { date, low, high } = onset
  const key = silentSince !== null ? "began" : finding.fromTheStart ? "short-since" : "drifting-since"
  return [...silent, { key, date, low, high, detectedOn, leadWeeks: leadOf(finding) }]
}

const leadOf = ({ signals, detectedOn }: Pick<Assessment, "signals" | "detectedOn">): number | null => {
  const revenue = signals.find(({ signal, changed }) => signal === "revenue" && changed)?.onset?.date
  if (revenue === undefined || detectedOn === null || revenue <= detectedOn) return null
  return Math.round(daysBetween(detectedOn, revenue) / 7) || null
}

/** Nobody is named without what bears it out: findings from before that was asked name nobody. */
const whoseClauses = ({ firstSide, firstPartyId, firstBy = [], fromTheStart }: Headlined): readonly Clause[] => {
  if (firstSide === null || fromTheStart) return []
  const isBorne = firstBy.length > 0
  return [{ key: "first-side", side: isBorne ? firstSide : "undetermined", partyId: isBorne ? firstPartyId : null }]
}

/** What moved: what bears out the first side, then the rest by date. */
const storyOf = ({ firstBy = [], ...finding }: Assessment): readonly Clause[] => {
  const bears = (one: SignalFinding) => firstBy.some((by) => "signal" in by && isSameSignal(by, one))
  const moved = finding.signals
    .filter((one) => one.changed && (one.onset !== null || (finding.changedSince ?? null) !== null))
    .toSorted((a, b) => {
      const [first, second] = [a.onset?.date ?? "", b.onset?.date ?? ""]
      return first === second ? Number(bears(b)) - Number(bears(a)) : first < second ? -1 : 1
    })
  // Two are told first only where one of each side bears it out.
  const lead = finding.firstSide === "both" && isOneOfEach(firstBy) ? firstBy : firstBy.slice(0, 1)
  const isLead = (one: SignalFinding) => lead.some((by) => "signal" in by && isSameSignal(by, one))
  const opening = lead.flatMap((by): readonly Told[] =>
    "event" in by ? [by] : moved.filter((one) => isSameSignal(by, one)),
  )
  const told: readonly Told[] = [...opening, ...moved.filter((one) => !isLead(one))]
  return told.map((one, i) => {
    const isBefore = (dayOf(one) ?? "") < (dayOf(told[0]) ?? "")
    const joint = isBefore ? "and" : jointOf(dayOf(told[i - 1]), dayOf(one), i)
    if ("event" in one) return { key: "act", joint, event: one }
    const between = isBefore && one.onset ? { low: one.onset.low, high: one.onset.high } : null
    return { ...clauseOf(one, joint, finding.fromTheStart), between }
  })
}

type Told = SignalFinding | EventEvidence

const isOneOfEach = (firstBy: readonly FirstBy[]): boolean =>
  firstBy.length === 2 && firstBy.every(({ side }) => side !== "both")

const dayOf = (one: Told | undefined): PlainDate | null =>
  one === undefined ? null : "event" in one ? one.occurredOn : (one.onset?.date ?? null)

const jointOf = (before: PlainDate | null, on: PlainDate | null, i: number): Joint =>
  i === 0 ? "first" : before === null || on === null || on > before ? "then" : "and"

const clauseOf = (found: SignalFinding, joint: Joint, fromTheStart: boolean): Omit<SignalClause, "between"> => {
  const { signal, side, partyId, before, after, onset } = found
  return {
    ...{ key: "signal", joint, how: moveOf(found, fromTheStart), signal, side, partyId },
    ...{ before: levelOf(found, before), after: levelOf(found, after), on: onset?.date ?? null },
  }
}

/** A share of a promise that is as good as nothing, and the days of a week without a sponsor that are all of them. */
const asGoodAsNothing = 0.02
const allWeek = 6

const moveOf = (found: SignalFinding, fromTheStart: boolean): Move => {
  const { signal, direction, before, after } = found
  if (found.isShort ?? fromTheStart) {
    if (before === null) return "never-began"
    return (after ?? 0) <= asGoodAsNothing * before ? "never-came" : "never-enough"
  }
  if (direction === "higher")
    return isVacancy(signal) && (before ?? 0) < 1 && (after ?? 0) >= allWeek ? "vacant" : "rose"
  const isCounted = findSignal(signal)?.kind === "count"
  const isGone = levelOf(found, after)?.unit === "none" && levelOf(found, before)?.unit === "rate"
  return isCounted && isGone ? "stopped" : "fell"
}

const causeClauses = (causes: readonly CauseFinding[], most: number): readonly Clause[] => {
  const worthIt = causes.filter(({ probability }) => probability >= worthNaming).slice(0, most)
  const [first] = worthIt
  if (first === undefined) return []
  const told = worthIt.map(({ cause, probability }) => ({ cause, probability }))
  return [{ key: certaintyOf(first.probability) === "likely" ? "likely-causes" : "possible-causes", causes: told }]
}

/** Who has fallen silent is not steady, whatever else is said: silence goes before it, as in the standing. */
const quietClauses = (finding: Assessment, isSettled: boolean): readonly Clause[] => {
  const { market, episodes, silentSince, marketFalls = [] } = finding
  const silent = silentSince === null ? [] : [{ key: "silent-since" as const, date: silentSince }]
  const falls = marketFalls.length > 0 ? [{ key: "market-fell" as const, falls: [...marketFalls] }] : []
  const markets = falls.length > 0 ? falls : market ? [{ key: "market" as const }] : []
  const lead: readonly Clause[] = isSettled ? [{ key: "settled" }] : markets
  if (silent.length > 0) return [...silent, ...lead]
  const last = episodes.at(-1)
  const past = last?.endedOn ? [{ key: "recovered" as const, endedOn: last.endedOn, outcome: last.outcome }] : []
  return [...(lead.length > 0 ? lead : [{ key: "steady" as const }]), ...past]
}
