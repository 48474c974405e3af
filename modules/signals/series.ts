import { sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Gap, WeeklyRow } from "#platform/weekly"
import type { Span } from "./covered.ts"
import { bytes, type Series } from "./rules.ts"

/**
 * Packs what SQL found, up to the last week that was over, with the weeks between filled as the source demands, as far as the record
 * covers them. Where it does not go on to today, one missing week more stands at the end: it says that the record is over.
 */
export const seriesOf = (
  row: WeeklyRow,
  gap: Gap,
  lastWeek: number,
  workspace: Readonly<{ workspaceId: Id }>,
  covered: readonly Span[] = [[Number.NEGATIVE_INFINITY, null]],
): Series => {
  const firstWeek = row.weeks[0] as number
  const length = lastWeek - firstWeek + (covered.some(([, until]) => until === null) ? 1 : 2)
  const isCovered = (week: number): boolean =>
    week <= lastWeek && covered.some(([from, until]) => from <= week && week <= (until ?? lastWeek))
  const packed = (values: readonly (number | null)[], fill: Gap, isBound = true): Uint8Array => {
    const view = new DataView(new ArrayBuffer(length * bytes))
    for (let i = 0; i < length; i++)
      view.setFloat32(i * bytes, fill === "zero" && isCovered(firstWeek + i) ? 0 : Number.NaN, true)
    values.forEach((value, k) => {
      const from = (row.weeks[k] as number) - firstWeek
      const to = fill === "last" ? (row.weeks[k + 1] ?? lastWeek + 1) - firstWeek : from + 1
      for (let i = from; i < to; i++)
        if (i === from || !isBound || isCovered(firstWeek + i)) view.setFloat32(i * bytes, value ?? Number.NaN, true)
    })
    return new Uint8Array(view.buffer)
  }
  return {
    partnershipId: row.subject,
    signal: row.signal,
    partyId: row.partyId,
    side: row.partyId === null ? "both" : sideOf(row.partyId, workspace),
    firstWeek,
    actual: packed(row.values, gap),
    expected: row.expected ? packed(row.expected, "last", false) : null,
    n: row.sizes ? packed(row.sizes, "missing") : null,
  }
}
