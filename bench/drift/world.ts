import { weekFromNumber, weekNumber } from "#core/time"
import type { DatedEvent, WeeklySignal } from "#rules/drift"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Chance } from "./chance.ts"
import { drawShape, type Shape } from "./shapes.ts"
import { births, isSeasonal, noiseFor, recorder, signalsOf } from "./signals.ts"
import { type Effect, stories } from "./stories.ts"
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

/** Draws one partnership: its fate first, then what every source would have recorded of it. */
export const drawCase = (order: Order, chance: Chance): Case => {
  const weeks = chance.whole(70, 180)
  const firstWeek = lastWeek - weeks + 1
  const keys = signalsOf[order.type] as readonly string[]
  const story = order.fate === "drift" ? stories[order.cause as string] : undefined
  const onset = story ? firstWeek + chance.whole(Math.min(40, weeks - 30), weeks - 26) : undefined
  const shape = drawShape(chance)
  const moves = new Map<string, Move>()
  for (const effect of story?.effects ?? []) {
    const key = effect.signals.find((one) => keys.includes(one))
    if (key !== undefined && chance.happens(effect.chance)) moves.set(key, drawMove(effect, onset as number, chance))
  }
  const amendedAt = order.fate === "amended" ? firstWeek + chance.whole(40, weeks - 20) : undefined
  const signals = keys.map((key) => drawSignal({ key, order, firstWeek, weeks, moves, shape, amendedAt }, chance))
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
  return { truth, subject: { partnership: order.name, type: order.type, signals, events } }
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

const drawSignal = (draft: Draft, chance: Chance): WeeklySignal => {
  const { key, order, firstWeek, weeks, amendedAt } = draft
  const definition = findSignal(key) as SignalDefinition
  const level = chance.between(...(births[key]?.level ?? [1, 1]))
  const noise = noiseFor(key, chance, order.sluggish)
  const record = recorder(key, noise, chance)
  const phase = chance.whole(0, 51)
  const isBusiness = isSeasonal(key) && key !== "two_way_contacts"
  const unmet = order.fate === "never-well" && isBusiness
  const values = new Float64Array(weeks)
  const expected = new Float64Array(weeks)
  for (let i = 0; i < weeks; i++) {
    const week = firstWeek + i
    const grown =
      amendedAt !== undefined && isBusiness ? 1 + 0.4 * Math.max(0, Math.min(1, (week - amendedAt) / 13)) : 1
    expected[i] = level * (amendedAt !== undefined && isBusiness && week >= amendedAt ? 1.4 : 1) * 0.85
    let mean = meanAt(draft, level, week, definition.worse) * grown
    if (unmet) mean *= order.cause === "never_activated" ? 0.02 : 0.45
    if (isSeasonal(key)) mean *= 1 + order.season * Math.sin((2 * Math.PI * (week + phase)) / 52.18)
    if (order.market && isSeasonal(key) && week >= order.market.week) mean *= 1 - order.market.by
    if (isSeasonal(key) && isQuietWeek(week)) mean *= 0.4
    values[i] = record(mean, level)
    const isOften = definition.kind === "proportion" || definition.kind === "latency"
    if (isOften && chance.happens(order.gaps)) values[i] = Number.NaN
  }
  if (key === "revenue") values.fill(Number.NaN, weeks - 1)
  const isPromised = unmet || (amendedAt !== undefined && isBusiness) || key === "governance_meetings_held"
  const isCounted = definition.kind === "proportion"
  return {
    definition,
    firstWeek,
    values,
    ...(isPromised ? { expected } : {}),
    ...(isCounted ? { sizes: new Float64Array(weeks).fill(noise.size) } : {}),
  }
}

const meanAt = ({ key, moves, shape }: Draft, level: number, week: number, worse: string): number => {
  const move = moves.get(key)
  if (move === undefined) return level
  const reached = shape.reached(week - move.week)
  if (key.startsWith("sponsor_vacant")) return week >= move.week ? 1 : 0
  return worse === "lower" ? level * (1 - move.by * reached) : level * (1 + (move.by - 1) * reached)
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
