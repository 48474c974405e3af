import { sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Gap, WeeklyRow } from "#platform/weekly"
import { bytes, type Series } from "./rules.ts"

/**
 * Packs what SQL found, up to the last week that was over, with the weeks between filled as the source demands. Where the record
 * itself stops earlier (`until`), the weeks behind are missing, and so is one more at the end: it says that the record is over.
 */
export const seriesOf = (
  row: WeeklyRow,
  gap: Gap,
  lastWeek: number,
  workspace: Readonly<{ workspaceId: Id }>,
): Series => {
  const firstWeek = row.weeks[0] as number
  const until = row.until ?? lastWeek
  const length = lastWeek - firstWeek + (row.until == null ? 1 : 2)
  const packed = (values: readonly (number | null)[], fill: Gap): Uint8Array => {
    const view = new DataView(new ArrayBuffer(length * bytes))
    for (let i = 0; i < length; i++)
      view.setFloat32(i * bytes, fill === "zero" && firstWeek + i <= until ? 0 : Number.NaN, true)
    values.forEach((value, k) => {
      const from = (row.weeks[k] as number) - firstWeek
      const to = fill === "last" ? (row.weeks[k + 1] ?? lastWeek + 1) - firstWeek : from + 1
      for (let i = from; i < to; i++) view.setFloat32(i * bytes, value ?? Number.NaN, true)
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
    expected: row.expected ? packed(row.expected, "last") : null,
    n: row.sizes ? packed(row.sizes, "missing") : null,
  }
}
