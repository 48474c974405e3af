import type { RecordRow } from "#platform/weekly"

/** Weeks from one to another; without an end they go on. */
export type Span = readonly [from: number, until: number | null]

/** A file that says of itself which weeks it covers. */
export type Stated = Readonly<{ from: number; until: number }>

/** Files whose weeks are no further apart than this tell one story. */
const joined = 4

/** A record is kept in Keelson itself from the first of so many weeks with an entry, no further apart than half a year. */
const kept = 4
const within = 26

/** A record that is complete by nature is one from the first of so many weeks on, however far apart. */
const keptByNature = 2

/**
 * The weeks that a record covers: a file from its first fact to its last (or to the end that it states), whatever other files,
 * later single entries or future days say; Keelson's own record to today, once one is kept here: it has no end, because whoever
 * stops keeping it is just what is looked for (decision 0044). Where there are no files, Keelson's own is all there is. One that is complete by
 * nature needs no rhythm; but facts from before the end of a file were also kept elsewhere.
 */
export const coveredWeeks = (
  rows: readonly RecordRow[],
  stated: readonly Stated[],
  isCompleteByNature = false,
): readonly Span[] => {
  const files = [
    ...stated.map(({ from, until }): Span => [from, until]),
    ...rows.filter(({ importId }) => importId !== null).map(({ weeks }): Span => [weeks[0] ?? 0, weeks.at(-1) ?? 0]),
  ]
  const own = [...new Set(rows.filter(({ importId }) => importId === null).flatMap(({ weeks }) => weeks))].sort(
    (a, b) => a - b,
  )
  const end = Math.max(...files.map(([, until]) => until as number))
  const byNature = isCompleteByNature ? own.filter((week) => week > end) : []
  const since =
    files.length === 0 ? own[0] : (keptSince(own) ?? (byNature.length >= keptByNature ? byNature[0] : undefined))
  return together([...files, ...(since === undefined ? [] : [[since, null] as const])])
}

const keptSince = (weeks: readonly number[]): number | undefined =>
  weeks.find((week, i) => (weeks[i + kept - 1] ?? Number.POSITIVE_INFINITY) - week <= within)

const together = (spans: readonly Span[]): readonly Span[] => {
  const found: [number, number | null][] = []
  for (const [from, until] of spans.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || (last[1] !== null && from > last[1] + joined)) found.push([from, until])
    else if (last[1] !== null) last[1] = until === null ? null : Math.max(last[1], until)
  }
  return found
}
