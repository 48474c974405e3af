import { weekFromNumber, weekNumber } from "#core/time"
import type { DatedEvent, WeeklySignal } from "#rules/drift"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Chance } from "./chance.ts"
import type { Reader, Told } from "./limit/told.ts"
import { ownReader } from "./ownReader.ts"
import { drawShape, type Shape } from "./shapes.ts"
import { births, isSeasonal, noiseFor, recorder, signalsOf } from "./signals.ts"
import { type Effect, type Story, stories } from "./stories.ts"
import type { Case, Truth } from "./truth.ts"

/** What is asked of one partnership before its numbers are drawn. */
export type Order = Readonly<{
  name: string
  type: string
  fate: Truth["fate"]
  cause?: string
  sluggish: number
  season: number
  /** A common fall of business and contact: week and share. */
  market?: Readonly<{ week: number; by: number }>
  /** Some weeks have no record; the last ones of late sources are not in yet. */
  gaps: number
}>

const lastWeek = weekNumber("2026-06-29")

type Move = Readonly<{ week: number; by: number }>

/**
 * Draws one partnership: its fate first, then what every source would have recorded of it. `other` draws the drift that it does not
 * have, where it has none, for who looks for it in vain.
 */
export const drawCase = (order: Order, chance: Chance, other: Chance): Case => {
  const weeks = chance.whole(70, 180)
  const firstWeek = lastWeek - weeks + 1
  const keys = signalsOf[order.type] as readonly string[]
  const story = order.fate === "drift" ? stories[order.cause as string] : undefined
  const onset = story ? firstWeek + chance.whole(Math.min(40, weeks - 30), weeks - 26) : undefined
  const shape = drawShape(chance)
  const moves: ReadonlyMap<string, Move> = story ? drawMoves(story, keys, onset as number, chance) : new Map()
  const amendedAt = order.fate === "amended" ? firstWeek + chance.whole(40, weeks - 20) : undefined
  const drawn = keys.map((key) => drawSignal({ key, order, firstWeek, weeks, moves, shape, amendedAt }, chance))
  const losses = [...moves]
    .filter(([key]) => findSignal(key)?.worse === "lower")
    .map(([, { by, week }]) => by * shape.reached(lastWeek - week))
  const revenue = moves.get("revenue")
  const truth: Truth = {
    fate: order.fate,
    sluggish: order.sluggish,
    firstWeek,
    lastWeek,
    ...(order.cause ? { cause: order.cause } : {}),
    ...(story
      ? {
          side: story.side,
          onset: Math.min(...[...moves.values()].map(({ week }) => week)),
          shape: { name: shape.name, weeks: shape.weeks },
          loss: Math.max(0, ...losses),
        }
      : {}),
    ...(revenue ? { revenueFrom: revenue.week } : {}),
  }
  const events = drawEvents(order, firstWeek, weeks, onset, amendedAt, chance)
  const signals = drawn.map(({ signal }) => signal)
  const sought = story ? { moves, shape } : imagined(order.type, keys, other)
  const told = drawn.flatMap((one) => toldOf(one, sought.moves, sought.shape))
  return { truth, subject: { partnership: order.name, type: order.type, signals, events }, told }
}

const drawMoves = (story: Story, keys: readonly string[], onset: number, chance: Chance): ReadonlyMap<string, Move> => {
  const moves = new Map<string, Move>()
  for (const effect of story.effects) {
    const key = effect.signals.find((one) => keys.includes(one))
    if (key !== undefined && chance.happens(effect.chance)) moves.set(key, drawMove(effect, onset, chance))
  }
  return moves
}

/** A drift as partnerships of this type have them. */
const imagined = (type: string, keys: readonly string[], chance: Chance) => {
  const story = chance.pick(Object.values(stories).filter(({ types }) => types.includes(type)))
  return { moves: drawMoves(story, keys, 0, chance), shape: drawShape(chance) }
}

const toldOf = (
  { signal: { definition, firstWeek, values }, reader }: Drawn,
  moves: ReadonlyMap<string, Move>,
  shape: Shape,
): readonly Told[] => {
  const move = moves.get(definition.key)
  if (move === undefined) return []
  const lag = move.week - Math.min(...[...moves.values()].map(({ week }) => week))
  const times = (after: number) => timesAt(definition, move, shape.reached(after))
  return [{ key: definition.key, lag, times, settled: shape.weeks, firstWeek, weeks: values.length, reader: reader() }]
}

const drawMove = ({ lag, by }: Effect, onset: number, chance: Chance): Move => ({
  week: onset + chance.whole(...lag),
  by: chance.between(...by),
})

type Draft = Readonly<{
  key: string
  order: Order
  firstWeek: number
  weeks: number
  moves: ReadonlyMap<string, Move>
  shape: Shape
  amendedAt: number | undefined
}>

type Drawn = Readonly<{ signal: WeeklySignal; reader: () => Reader }>

const drawSignal = (draft: Draft, chance: Chance): Drawn => {
  const { key, order, firstWeek, weeks, amendedAt } = draft
  const definition = findSignal(key) as SignalDefinition
  const level = chance.between(...(births[key]?.level ?? [1, 1]))
  const noise = noiseFor(key, chance, order.sluggish)
  const { record, isDue } = recorder(key, level, noise, chance)
  const phase = chance.whole(0, 51)
  const isBusiness = isSeasonal(key) && key !== "two_way_contacts"
  const unmet = order.fate === "never-well" && isBusiness
  const values = new Float64Array(weeks)
  const expected = new Float64Array(weeks)
  const usual = new Float64Array(weeks)
  for (let i = 0; i < weeks; i++) {
    const week = firstWeek + i
    const grown =
      amendedAt !== undefined && isBusiness ? 1 + 0.4 * Math.max(0, Math.min(1, (week - amendedAt) / 13)) : 1
    expected[i] = level * (amendedAt !== undefined && isBusiness && week >= amendedAt ? 1.4 : 1) * 0.85
    let mean = level * grown
    if (unmet) mean *= order.cause === "never_activated" ? 0.02 : 0.45
    if (isSeasonal(key)) mean *= 1 + order.season * Math.sin((2 * Math.PI * (week + phase)) / 52.18)
    if (order.market && isSeasonal(key) && week >= order.market.week) mean *= 1 - order.market.by
    if (isSeasonal(key) && isQuietWeek(week)) mean *= 0.4
    usual[i] = mean
    values[i] = record(fallenTo(draft, definition, week, mean))
    const isOften = definition.kind === "proportion" || definition.kind === "latency"
    if (isOften && chance.happens(order.gaps)) values[i] = Number.NaN
  }
  if (key === "revenue") values.fill(Number.NaN, weeks - 1)
  const isPromised = unmet || (amendedAt !== undefined && isBusiness) || key === "governance_meetings_held"
  const isCounted = definition.kind === "proportion"
  const signal = {
    definition,
    firstWeek,
    values,
    ...(isPromised ? { expected } : {}),
    ...(isCounted ? { sizes: new Float64Array(weeks).fill(noise.size) } : {}),
  }
  return { signal, reader: () => ownReader({ key, level, usual, values, noise, isDue }) }
}

const isChair = (key: string): boolean => key.startsWith("sponsor_vacant")

/** The mean of a week, given what it usually is; of a chair, whether it is empty. */
const fallenTo = ({ moves, shape }: Draft, definition: SignalDefinition, week: number, usual: number): number => {
  const move = moves.get(definition.key)
  if (move === undefined) return usual
  if (isChair(definition.key)) return week >= move.week ? 1 : 0
  return usual * timesAt(definition, move, shape.reached(week - move.week))
}

/** How many times the usual a mean is when that share of its fall is reached; an empty chair is not usual. */
const timesAt = ({ key, worse }: SignalDefinition, { by }: Move, reached: number): number => {
  if (isChair(key)) return 2
  return worse === "lower" ? 1 - by * reached : 1 + (by - 1) * reached
}

/** Two weeks around New Year and two in August. */
const isQuietWeek = (week: number): boolean => {
  const monday = weekFromNumber(week).slice(5)
  return monday >= "12-22" || monday <= "01-02" || (monday >= "08-08" && monday <= "08-21")
}

const everyday = [
  "trade fair visited",
  "newsletter sent",
  "new marketing contact",
  "price list published",
  "office moved",
]

const drawEvents = (
  { cause, fate }: Order,
  firstWeek: number,
  weeks: number,
  onset: number | undefined,
  amendedAt: number | undefined,
  chance: Chance,
): DatedEvent[] => {
  const on = (week: number, kind: string, side: DatedEvent["side"]): DatedEvent => ({
    occurredOn: weekFromNumber(week),
    kind,
    side,
  })
  const events = Array.from({ length: chance.whole(0, 3) }, () =>
    on(
      firstWeek + chance.whole(0, weeks - 1),
      chance.pick(everyday),
      chance.pick(["host", "partner", "both"] as const),
    ),
  )
  const told = fate === "drift" && cause ? stories[cause]?.event : undefined
  if (told && onset !== undefined && chance.happens(told.chance)) {
    events.push(on(onset + chance.whole(...told.weeks), chance.pick(told.kinds), told.side))
  }
  if (amendedAt !== undefined) events.push(on(amendedAt, "growth amendment signed", "both"))
  return events.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
}
