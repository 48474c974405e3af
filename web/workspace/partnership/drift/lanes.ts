import type { DriftForHost } from "#contract/drift"
import { addDays, daysBetween } from "#core/time"
import type { Lane, LaneEvent } from "#marks/DriftLanes"
import type { DriftEvent, DriftLane } from "./useWords.ts"

const shownWeeks = 104
const eventWeeks = 26

/** One signal and side has one lane. */
export const laneKey = ({ signal, side }: Pick<DriftLane, "signal" | "side">): string => `${signal}:${side}`

/** A signal as the picture draws it, over the last two years; shares in per cent. */
export const laneOf = (lane: DriftLane, name: string): Lane => {
  const skipped = Math.max(0, lane.actual.length - shownWeeks)
  const scale = lane.kind === "proportion" ? 100 : 1
  const scaled = (values: readonly (number | null)[]) =>
    values.slice(skipped).map((value) => (value === null ? null : value * scale))
  const { onset, before, after } = lane
  return {
    key: laneKey(lane),
    name,
    ...(lane.side === "both" ? {} : { side: lane.side }),
    ...(lane.kind === "proportion" ? { unit: "%" } : lane.kind === "latency" ? { unit: "h" } : {}),
    weeks: lane.actual.slice(skipped).map((_, i) => addDays(lane.firstWeek, 7 * (skipped + i))),
    actual: scaled(lane.actual),
    ...(lane.expected ? { promised: scaled(lane.expected) } : {}),
    ...(onset && before !== null && after !== null
      ? { change: { onset: onset.date, from: onset.low, to: onset.high, before: before * scale, after: after * scale } }
      : {}),
  }
}

/** Events within half a year of the onset; without an onset, the latest ones. */
export const eventsNear = ({ events, onset, asOf }: DriftForHost): readonly DriftEvent[] =>
  events.filter(({ occurredOn }) => Math.abs(daysBetween(onset?.date ?? asOf, occurredOn)) <= eventWeeks * 7)

export const laneEventOf = (event: DriftEvent, title: string): LaneEvent => ({
  id: event.id,
  on: event.occurredOn,
  title,
  ...(event.side === "both" ? {} : { side: event.side }),
})
