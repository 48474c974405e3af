import { isCalendarCadence, type PartialReading, unevenParts } from "#core/duePeriods"
import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** A promise as far as its periods go. */
export type Parted = Readonly<{
  cadence?: string | undefined
  partial?: PartialReading | undefined
  amount?: number | undefined
  unit?: string | undefined
  firstAmount?: number | undefined
  lastAmount?: number | undefined
}>
type Line = Parted & Readonly<{ startsOn: PlainDate; endsOn?: PlainDate | undefined }>

/**
 * Of a part of a period whose share is no whole number both have said what it asks for: 0.69 of a campaign is none or one, and nobody
 * rounds it silently. The refusal names the first line, which part, and what its share comes to.
 */
export const decideParts = (lines: readonly Line[]): true | Refusal<"share-uneven"> => {
  for (const [index, line] of lines.entries()) {
    const { cadence, partial } = line
    if (partial !== "pro_rata" || cadence === undefined || !isCalendarCadence(cadence)) continue
    const open = unevenParts(line, cadence)
    for (const part of ["first", "last"] as const)
      if (open[part] !== undefined && line[`${part}Amount`] === undefined)
        return refuse("share-uneven", { field: `commitments.${index}.${part}Amount`, share: open[part] })
  }
  return true
}
