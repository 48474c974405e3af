import { addDays, daysBetween, weekOf } from "#core/time"
import type { Desk } from "#modules/documents"
import type { Lane } from "#platform/documents/paper"
import { levelOf } from "#rules/drift"
import type { Drift } from "./partnershipFacts.ts"
import { speechOf } from "./speech.ts"

type DriftLane = Drift["lanes"][number]

const mostLanes = 4
const shownWeeks = 104

/** The signals that moved, in the order in which they did; of one that stands, those with the most weeks. */
export const lanesFor = (desk: Desk, drift: Drift): readonly Lane[] => {
  const moved = drift.lanes.filter(({ changed }) => changed)
  const others = drift.lanes
    .filter(({ actual }) => actual.filter((value) => value !== null).length >= 8)
    .toSorted((a, b) => b.actual.length - a.actual.length)
  const from = addDays(weekOf(drift.asOf), -7 * shownWeeks)
  return (moved.length > 0 ? moved : others).slice(0, mostLanes).map((lane) => laneOf(desk, drift, lane, from))
}

const laneOf = (desk: Desk, drift: Drift, lane: DriftLane, from: string): Lane => {
  const skipped = Math.max(0, Math.ceil(daysBetween(lane.firstWeek, from) / 7))
  const scale = lane.kind === "proportion" ? 100 : 1
  const scaled = (values: readonly (number | null)[]) =>
    values.slice(skipped).map((value) => (value === null ? null : value * scale))
  const company = drift.companies.find(({ id }) => id === lane.partyId)?.name
  return {
    name: signalName(desk, drift, lane.signal, company),
    detail: detailOf(desk, drift, lane),
    isOurs: lane.side === "host",
    firstWeek: addDays(lane.firstWeek, 7 * skipped),
    actual: scaled(lane.actual),
    promised: lane.expected && scaled(lane.expected),
    onset: lane.onset && lane.changed ? { on: lane.onset.date, low: lane.onset.low, high: lane.onset.high } : null,
  }
}

const detailOf = (desk: Desk, drift: Drift, lane: DriftLane): string => {
  const { before, after, changed } = lane
  if (!changed || before === null || after === null) return desk.say("marks:lane.unchanged")
  const { level } = speechOf(desk, drift)
  const told = { before: level(levelOf(lane, before)), after: level(levelOf(lane, after)), unit: "" }
  return desk.say("marks:lane.change", told).trim()
}

/** A signal in the reader's words; one that a workspace measures by itself, as it calls it. */
const signalName = (desk: Desk, drift: Drift, key: string, company: string | undefined): string => {
  const named = speechOf(desk, drift).signal(key, company)
  return named.charAt(0).toUpperCase() + named.slice(1)
}
