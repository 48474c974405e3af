import type { Chance } from "#bench/drift/chance"
import type { Reader, Told } from "#bench/drift/limit/told"
import type { Case, Truth } from "#bench/drift/truth"
import type { WeeklySignal } from "#rules/drift"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { causes } from "./causes.ts"
import { eventsOf } from "./events.ts"
import { type Fall, fallsOf } from "./falls.ts"
import { type Habits, keysFor } from "./habits.ts"
import { observerOf } from "./observe.ts"
import { heldOutReader } from "./reader.ts"
import { type Key, type Source, sources } from "./sources.ts"
import { lastWeek, type Wish } from "./wish.ts"
import { yearOf } from "./year.ts"

type Life = Readonly<{
  wish: Wish
  firstWeek: number
  rho: number
  missing: number
  season: (week: number) => number
  /** Business takes this many weeks to get going. */
  start: number
  falls: ReadonlyMap<Key, Fall>
  passing: readonly [number, number] | undefined
  depth: number
  amendment: Readonly<{ week: number; by: number; takes: number }> | undefined
  /** Promised level as a multiple of what really comes, where the promise was wrong or nothing ever came. */
  reality: number
}>

/**
 * Draws one partnership: its fate, then what its sources would have recorded. `other` draws the drift that it does not have, where it
 * has none, for who looks for it in vain.
 */
export const drawPartnership = (wish: Wish, habits: Habits, chance: Chance, other: Chance): Case => {
  const isNew = wish.isYoung || wish.fate === "never-well"
  const weeks = isNew ? chance.whole(wish.fate === "never-well" ? 30 : 20, 60) : chance.whole(104, 208)
  const firstWeek = lastWeek - weeks + 1
  const keys = keysFor(wish, habits, chance)
  const onset =
    wish.fate === "drift" ? chance.whole(Math.max(firstWeek + 45, lastWeek - 100), lastWeek - 10) : undefined
  const drift = onset === undefined ? undefined : fallsOf(wish.cause as string, keys, onset, chance)
  const dipAt = chance.whole(lastWeek - 90, lastWeek - 30)
  const amendment = {
    week: chance.whole(lastWeek - 80, lastWeek - 12),
    by: chance.between(0.25, 0.6),
    takes: chance.whole(8, 26),
  }
  const life: Life = {
    wish,
    firstWeek,
    rho: chance.pick([0, 0.3, 0.5]),
    missing: chance.between(0, 0.2),
    season: yearOf(chance),
    start: isNew ? chance.whole(4, 16) : 0,
    falls: drift?.falls ?? new Map(),
    passing: wish.fate === "dip" ? [dipAt, dipAt + chance.whole(6, 14)] : undefined,
    depth: chance.between(0.4, 0.8),
    amendment: wish.fate === "amended" ? amendment : undefined,
    reality: wish.cause === "never_activated" ? 0.02 : wish.cause === "wrong_promise" ? chance.between(0.35, 0.6) : 1,
  }
  const blip = chance.happens(0.3) ? chance.pick(keys) : undefined
  const drawn = keys.map((key) => drawSignal(key, life, weeks, key === blip, chance))
  const revenue = life.falls.get("revenue")
  const reached = [...life.falls].flatMap(([key, fall]) =>
    findSignal(key)?.worse === "lower" ? [fall.by * fall.course.share(lastWeek - fall.week)] : [],
  )
  const truth: Truth = {
    fate: wish.fate,
    sluggish: life.rho,
    firstWeek,
    lastWeek,
    ...(wish.cause ? { cause: wish.cause } : {}),
    ...(drift && onset !== undefined
      ? { onset, side: drift.side, shape: drift.course, loss: Math.max(0, ...reached) }
      : {}),
    ...(revenue ? { revenueFrom: revenue.week } : {}),
    ...(life.passing ? { passing: [life.passing[0], life.passing[1] + 13] as const } : {}),
  }
  const events = eventsOf(wish, firstWeek, onset, life.amendment?.week, chance)
  const signals = drawn.map(({ signal }) => signal)
  const sought = drift?.falls ?? imagined(wish.type, keys, other)
  const told = drawn.flatMap((one) => toldOf(one, firstWeek, sought))
  return { truth, subject: { partnership: wish.name, type: wish.type, signals, events }, told }
}

/** Falls as partnerships of this type have them. */
const imagined = (type: string, keys: readonly Key[], chance: Chance): ReadonlyMap<Key, Fall> => {
  const fitting = Object.entries(causes).filter(([, { types }]) => types.includes(type))
  return fallsOf(chance.pick(fitting)[0], keys, 0, chance).falls
}

const toldOf = ({ key, weeks, reader }: Drawn, firstWeek: number, falls: ReadonlyMap<Key, Fall>): readonly Told[] => {
  const fall = falls.get(key)
  if (fall === undefined) return []
  const lag = fall.week - Math.min(...[...falls.values()].map(({ week }) => week))
  const times = (after: number) => fall.factor(fall.week + after)
  return [{ key, lag, times, settled: fall.settled, firstWeek, weeks, reader: reader() }]
}

type Drawn = Readonly<{ key: Key; weeks: number; signal: WeeklySignal; reader: () => Reader }>

const drawSignal = (key: Key, life: Life, weeks: number, hasBlip: boolean, chance: Chance): Drawn => {
  const definition = findSignal(key) as SignalDefinition
  const source: Source = sources[key]
  const { firstWeek } = life
  const level = chance.between(...source.usual)
  const { observe, traits } = observerOf(source, level, life.rho, chance)
  const missing = chance.between(0, life.missing)
  const blipAt = hasBlip ? chance.whole(10, weeks - 6) : Number.POSITIVE_INFINITY
  const blipWeeks = chance.whole(2, 5)
  const isPromised =
    (source.isBusiness && (life.reality < 1 || life.amendment !== undefined)) ||
    chance.happens(key === "governance_meetings_held" ? 0.5 : 0.12)
  const margin = definition.worse === "lower" ? chance.between(0.8, 1) : chance.between(1, 1.4)
  const values = new Float64Array(weeks)
  const sizes = new Float64Array(weeks)
  const expected = new Float64Array(weeks)
  const usual = new Float64Array(weeks)
  for (let i = 0; i < weeks; i++) {
    const isBlip = i >= blipAt && i < blipAt + blipWeeks
    const fallen = life.falls.get(key)?.factor(firstWeek + i) ?? 1
    const normally = usualAt(key, source, life, firstWeek + i) * (isBlip ? blipFactor(definition) : 1)
    usual[i] = normally
    const { value, n } = observe(fallen * normally)
    const isMissing = chance.happens(missing) || Number.isNaN(value)
    values[i] = isMissing ? Number.NaN : value
    sizes[i] = isMissing ? Number.NaN : (n ?? Number.NaN)
    expected[i] = isMissing
      ? Number.NaN
      : Math.round(1e4 * level * margin * promisedFactor(life, source, firstWeek + i)) / 1e4
  }
  const late = source.nature === "amount" || source.nature === "share" ? chance.whole(0, 3) : 0
  values.fill(Number.NaN, weeks - late)
  const begin = values.findIndex((value) => !Number.isNaN(value))
  const end = values.findLastIndex((value) => !Number.isNaN(value)) + 1
  const seen = (column: Float64Array) => column.slice(begin, end)
  const signal = {
    definition,
    firstWeek: firstWeek + begin,
    values: seen(values),
    ...(isPromised ? { expected: seen(expected) } : {}),
    ...(source.behind ? { sizes: seen(sizes) } : {}),
  }
  return { key, weeks, signal, reader: () => heldOutReader({ source, level, traits, usual, values, sizes }) }
}

const blipFactor = ({ worse }: SignalDefinition): number => (worse === "lower" ? 0.2 : 2.5)

/** What falls when a market falls. */
const demand = new Set<Key>([
  "two_way_contacts",
  "active_contacts",
  "registrations",
  "leads_passed_by_host",
  "leads_passed_by_partner",
  "pipeline_amount",
  "revenue",
])

/** How far from usual the mean is in a week, everything taken together but the drift. */
const usualAt = (key: Key, source: Source, life: Life, week: number): number => {
  if (!source.isBusiness) return 1
  const { market } = life.wish
  const along = (from: number, takes: number) => Math.max(0, Math.min(1, (week - from + 1) / takes))
  let factor = life.season(week) * life.reality
  if (life.start > 0) factor *= along(life.firstWeek, life.start)
  if (market && demand.has(key)) factor *= 1 - market.by * along(market.week, market.takes)
  if (life.amendment) factor *= 1 + life.amendment.by * along(life.amendment.week, life.amendment.takes)
  if (life.passing && week >= life.passing[0] && week <= life.passing[1]) factor *= 1 - life.depth
  return factor
}

const promisedFactor = ({ amendment, start, firstWeek }: Life, { isBusiness }: Source, week: number): number => {
  if (!isBusiness) return 1
  const begun = start > 0 ? Math.min(1, (week - firstWeek + 1) / start) : 1
  return begun * (amendment && week >= amendment.week ? 1 + amendment.by : 1)
}
