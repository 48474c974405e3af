import { type DriftForHost, isMoney } from "#contract/drift"
import { addDays, daysBetween, type PlainDate, weekOf } from "#core/time"
import type { Lane, LaneEvent } from "#marks/DriftLanes"
import type { DriftEvent, DriftLane } from "./useWords.ts"

const shownWeeks = 104
const weeksBeforeOnset = 52
const eventWeeks = 26

/** One signal of one party has one lane. */
export const laneKey = ({ signal, side, partyId }: Pick<DriftLane, "signal" | "side" | "partyId">): string =>
  `${signal}:${partyId ?? side}`

/** The company whose it is, where several take part. */
export const companyOf = (
  { companies }: Pick<DriftForHost, "companies">,
  { partyId }: Readonly<{ partyId: string | null }>,
): string | undefined => companies.find(({ id }) => id === partyId)?.name

/**
 * The Monday from which the picture begins, the same for every lane: two years back, or a year before the first change when
 * that is longer ago, so that the change itself is in the picture.
 */
export const shownFrom = ({ asOf, onset, lanes }: Pick<DriftForHost, "asOf" | "onset" | "lanes">): PlainDate => {
  const onsets = [onset, ...lanes.map((lane) => lane.onset)].flatMap((each) => each?.date ?? [])
  const beginnings = onsets.map((date) => addDays(weekOf(date), -7 * weeksBeforeOnset))
  return [addDays(weekOf(asOf), -7 * shownWeeks), ...beginnings].sort()[0] as PlainDate
}

/** What a signal is called, how its levels are said, and whose it is where several take part. */
export type LaneWords = Readonly<{
  name: string
  company?: string | undefined
  level(value: number): string
}>

/** A signal as the picture draws it from a week on; shares in per cent. */
export const laneOf = (
  lane: DriftLane,
  { name, company, level }: LaneWords,
  from: PlainDate,
  currency: string,
): Lane => {
  const skipped = Math.max(0, Math.ceil(daysBetween(lane.firstWeek, from) / 7))
  const scale = lane.kind === "proportion" ? 100 : 1
  const scaled = (values: readonly (number | null)[]) =>
    values.slice(skipped).map((value) => (value === null ? null : value * scale))
  const { onset, before, after } = lane
  return {
    key: laneKey(lane),
    name,
    ...(lane.side === "both" ? {} : { side: lane.side }),
    ...(company === undefined ? {} : { company }),
    ...unitOf(lane, currency),
    weeks: lane.actual.slice(skipped).map((_, i) => addDays(lane.firstWeek, 7 * (skipped + i))),
    actual: scaled(lane.actual),
    ...(lane.expected ? { promised: scaled(lane.expected) } : {}),
    ...(onset && before !== null && after !== null
      ? { change: { onset: onset.date, from: onset.low, to: onset.high, before: before * scale, after: after * scale } }
      : {}),
    ...(lane.changed && before !== null && after !== null
      ? { said: { before: level(before), after: level(after) } }
      : {}),
  }
}

/** The same lanes, in the same order, as another day has them. */
export const lanesLike = (shown: readonly DriftLane[], lanes: readonly DriftLane[]): readonly DriftLane[] => {
  const byKey = new Map(lanes.map((lane) => [laneKey(lane), lane]))
  return shown.flatMap((lane) => byKey.get(laneKey(lane)) ?? [])
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

const unitOf = ({ kind, signal }: DriftLane, currency: string): Pick<Lane, "unit"> => {
  if (isMoney(signal)) return { unit: currency }
  return kind === "proportion" ? { unit: "%" } : kind === "latency" ? { unit: "h" } : {}
}
