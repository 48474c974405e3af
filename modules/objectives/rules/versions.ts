import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"

/** A version of an objective, as it is recorded. */
type Version = Readonly<{
  id: Id
  /** The version that it follows from `validFrom` on. */
  replacesId: Id | null
  validFrom: PlainDate | null
  /** The first day on which it counts no more, and when that was learned; an older record does not say when. */
  validUntil: PlainDate | null
  endedAt: Instant | null
  createdAt: Instant
  /** When it was learned that it had been entered wrongly. */
  retractedAt: Instant | null
}>
type Chained<V> = Omit<V, "before"> & { before?: Chained<V> }

/** When it is asked: the day it is about, and by when it must have been known; without the latter, all that is known now. */
type Asked = Readonly<{ asOf: PlainDate; knownAt?: Instant | undefined }>

/** What counts on a day as it was known at a moment, each with the versions that counted before it. */
export const versionsOn = <V extends Version>(rows: readonly V[], { asOf, knownAt }: Asked): Chained<V>[] => {
  const isKnown = (at: Instant | null) => at !== null && (knownAt === undefined || at <= knownAt)
  const isEnded = ({ validUntil, endedAt }: V) =>
    validUntil !== null && validUntil <= asOf && (endedAt === null || isKnown(endedAt))
  const known = rows.filter(({ createdAt, retractedAt }) => isKnown(createdAt) && !isKnown(retractedAt))
  const chained = chainedWith(known)
  const followed = new Set(known.map(({ replacesId }) => replacesId))
  return known
    .filter((row) => !followed.has(row.id) && !isEnded(row))
    .flatMap((row) => countingOn(chained(row), asOf) ?? [])
}

const countingOn = <V extends Version>(version: Chained<V>, asOf: PlainDate): Chained<V> | undefined => {
  const { validFrom, before } = version as V & { before?: Chained<V> }
  if (validFrom === null || validFrom <= asOf) return version
  return before && countingOn(before, asOf)
}

/** Each version with those before it. */
export const chainedWith = <V extends Version>(rows: readonly V[]): ((row: V) => Chained<V>) => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chained = (row: V): Chained<V> => {
    const earlier = row.replacesId === null ? undefined : byId.get(row.replacesId)
    return earlier === undefined ? row : { ...row, before: chained(earlier) }
  }
  return chained
}
