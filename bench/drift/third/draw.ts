import type { Chance } from "#bench/drift/chance"
import type { Told } from "#bench/drift/limit/told"
import type { Case, Truth } from "#bench/drift/truth"
import { dayFromNumber, dayNumber, weekFromNumber, weekNumber } from "#core/time"
import type { DatedEvent, WeeklySignal } from "#rules/drift"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { addedUp, type Fall, fallsOf, sizeOf, timesAt } from "./falls.ts"
import { thirdReader } from "./reader.ts"
import { type Key, recorded, type Source, sources } from "./sources.ts"
import { tales } from "./tales.ts"
import { calmOf, drawsOf } from "./weeks.ts"

/** The last week on record. */
export const lastWeek = weekNumber("2026-06-01")

/** A fall of all business of a type. */
export type Slump = Readonly<{ week: number; by: number }>

/** What is asked for. */
export type Order = Readonly<{ name: string; type: string; fate: Truth["fate"]; cause?: string; slump?: Slump }>

const business = new Set<Key>(["two_way_contacts", "registrations", "leads_passed_by_partner", "revenue"])

/**
 * Draws one partnership: who records what, what happened, what was written down. `other` draws the drift that it does not have, where
 * it has none, for who looks for it in vain.
 */
export const draw = (order: Order, chance: Chance, other: Chance): Case => {
  const { name, type, fate, cause, slump } = order
  const tale = cause === undefined ? undefined : tales[cause]
  const weeks = chance.whole(84, 190)
  const firstWeek = lastWeek - weeks + 1
  const lasting = chance.pick([0, 0.2, 0.4, 0.6])
  const isStrongSeen = tale === undefined || chance.happens(tale.seen)
  const keys = keysFor(type, order, isStrongSeen, chance)
  const onset = tale && chance.whole(Math.max(firstWeek + 40, lastWeek - 90), lastWeek - 8)
  const falls: ReadonlyMap<Key, Fall> = tale && onset ? fallsOf(tale, keys, onset, chance) : new Map()
  const dipAt = chance.whole(lastWeek - 80, lastWeek - 34)
  const passing = fate === "dip" ? ([dipAt, dipAt + chance.whole(5, 12)] as const) : undefined
  const swell = chance.pick([0, 0.1, 0.25])
  const peak = chance.between(0, 52)
  const shared = (key: Key, week: number): number => {
    if (!business.has(key)) return 1
    const season = 1 + swell * Math.cos((2 * Math.PI * (week - peak)) / 52.18)
    const dip = passing && week >= passing[0] && week <= passing[1] ? 0.4 : 1
    return season * dip * (slump && week >= slump.week ? 1 - slump.by : 1) * (isQuiet(week) ? 0.5 : 1)
  }
  const drawn = keys.map((key) => drawSignal(key, falls.get(key), weeks, lasting, (week) => shared(key, week), chance))
  const fallen = drawn.filter(({ fall }) => fall !== undefined)
  const revenue = falls.get("revenue")
  const truth: Truth = {
    fate,
    sluggish: lasting,
    firstWeek,
    lastWeek,
    ...(cause ? { cause } : {}),
    ...(tale && onset
      ? {
          onset,
          side: tale.side,
          shape: { name: isStrongSeen ? "staggered" : "staggered, strong one not recorded", weeks: 26 },
          loss: Math.max(0, ...fallen.filter(({ isLower }) => isLower).map(({ size }) => size)),
          addsUpTo: addedUp(fallen.map((one) => ({ ...one, week: (one.fall as Fall).week, ...one.signal }))),
        }
      : {}),
    ...(revenue ? { revenueFrom: revenue.week } : {}),
    ...(passing ? { passing: [passing[0], passing[1] + 13] as const } : {}),
  }
  const signals = drawn.map(({ signal }) => signal)
  const sought = tale ? falls : imagined(type, keys, other)
  const told = drawn.flatMap((one) => toldOf(one, sought))
  return { truth, subject: { partnership: name, type, signals, events: notes(cause, onset, firstWeek, chance) }, told }
}

/** Falls as partnerships of this type have them. */
const imagined = (type: string, keys: readonly Key[], chance: Chance): ReadonlyMap<Key, Fall> =>
  fallsOf(chance.pick(Object.values(tales).filter(({ types }) => types.includes(type))), keys, 0, chance)

const toldOf = (
  { key, calm, signal: { firstWeek, values }, reader }: Drawn,
  falls: ReadonlyMap<Key, Fall>,
): readonly Told[] => {
  const fall = falls.get(key)
  if (fall === undefined) return []
  const lag = fall.week - Math.min(...[...falls.values()].map(({ week }) => week))
  const size = sizeOf(key, fall, calm)
  const times = (after: number) => timesAt(key, fall, size, fall.week + after)
  return [{ key, lag, times, settled: fall.takes, firstWeek, weeks: values.length, reader: reader() }]
}

const keysFor = (type: string, { cause }: Order, isStrongSeen: boolean, chance: Chance): readonly Key[] => {
  const tale = cause === undefined ? undefined : tales[cause]
  const pool = new Set<Key>(recorded[type])
  for (const key of tale?.strong ?? []) pool.add(key)
  if (tale === undefined && chance.happens(0.4))
    for (const key of ["sponsor_vacant_days_host", "sponsor_vacant_days_partner"] as const) pool.add(key)
  for (const key of tale?.waves.flat() ?? []) if (chance.happens(0.5)) pool.add(key)
  return [...pool].filter((key) => (tale?.strong.includes(key) ? isStrongSeen : chance.happens(0.9)))
}

/** The weeks in which nobody is there. */
const isQuiet = (week: number): boolean => {
  const day = weekFromNumber(week).slice(5)
  return day >= "12-22" || day < "01-02"
}

type Drawn = ReturnType<typeof drawSignal>

const drawSignal = (
  key: Key,
  fall: Fall | undefined,
  weeks: number,
  lasting: number,
  shared: (week: number) => number,
  chance: Chance,
) => {
  const definition = findSignal(key) as SignalDefinition
  const source: Source = sources[key]
  const firstWeek = lastWeek - weeks + 1
  const { next, temper } = drawsOf(source, chance.between(source.low, source.high), lasting, chance)
  const calm = calmOf(next)
  const size = fall === undefined ? 0 : sizeOf(key, fall, calm)
  const holes = chance.between(0, 0.12)
  const values = new Float64Array(weeks).fill(Number.NaN)
  const sizes = new Float64Array(weeks).fill(Number.NaN)
  const usual = Float64Array.from(values, (_, i) => shared(firstWeek + i))
  const due = new Uint8Array(weeks)
  for (let i = 0; i < weeks; i++) {
    const { value, n, isDue } = next((usual[i] as number) * timesAt(key, fall, size, firstWeek + i))
    due[i] = isDue ? 1 : 0
    if (i > 0 && i < weeks - 1 && chance.happens(holes)) continue
    values[i] = value
    sizes[i] = n ?? Number.NaN
  }
  const signal: WeeklySignal = { definition, firstWeek, values, ...(source.trials ? { sizes } : {}) }
  const reader = () => thirdReader({ source, temper, usual, values, sizes, due })
  return { key, fall, size, calm, spread: calm.lasting, isLower: definition.worse === "lower", signal, reader }
}

/** What was written down: with chance .6 what belongs to it, now and then another's tale, and small talk. */
const notes = (
  cause: string | undefined,
  onset: number | undefined,
  firstWeek: number,
  chance: Chance,
): readonly DatedEvent[] => {
  const events: DatedEvent[] = []
  const add = (week: number, kind: string, side: "host" | "partner" | "both", onNotice?: boolean) =>
    events.push({
      occurredOn: dayFromNumber(dayNumber(weekFromNumber(Math.min(week, lastWeek))) + chance.whole(0, 4)),
      kind,
      side,
      ...(onNotice ? { note: "announced half a year before and agreed" } : {}),
    })
  for (let i = chance.poisson(1.5); i > 0; i--) add(chance.whole(firstWeek, lastWeek), "joint newsletter", "both")
  if (chance.happens(0.25)) {
    const { kind, side, onNotice } = chance.pick(Object.values(tales)).note
    add(chance.whole(firstWeek, lastWeek), kind, side, onNotice)
  }
  const own = cause === undefined ? undefined : tales[cause]?.note
  if (own && onset !== undefined && chance.happens(own.onNotice ? 0.85 : 0.6))
    add(onset + chance.whole(-4, 1), own.kind, own.side, own.onNotice)
  return events.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
}
