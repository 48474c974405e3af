import { isCountedWhole } from "#core/duePeriods"
import { periodEnd } from "#core/periods"
import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import type { Parted } from "./parts.ts"

/** When an agreement begins that names no day for it. */
export const beginnings = ["last_signature"] as const
export type Beginning = (typeof beginnings)[number]

type Begins = {
  startsOn: PlainDate
  endsOn?: PlainDate | undefined
  begins?: Beginning | undefined
  termMonths?: number | undefined
}

/** The term as it is planned: where its length in months is agreed, its last day follows from the first one. */
export const planned = <C extends Begins>(content: C): C =>
  content.termMonths === undefined ? content : { ...content, endsOn: periodEnd(content.startsOn, content.termMonths) }

/** The same once the last one has signed on that day, where that is what it waits for. */
export const begunOn = <C extends Begins>(content: C, signedOn: PlainDate): C =>
  content.begins === undefined ? content : planned({ ...content, startsOn: signedOn })

type Line = Readonly<{ startsOn?: PlainDate | undefined }>
type Waiting = Readonly<{
  begins?: Beginning | undefined
  objectives: readonly Line[]
  commitments: readonly (Line & Parted)[]
}>

/**
 * What begins on a day that nobody knows yet runs as a whole: its promises and goals have no first day of their own, and of a share by
 * days, which depends on that day, both have said what it asks for where it may come out uneven.
 */
export const decideBeginning = ({
  begins,
  objectives,
  commitments,
}: Waiting): true | Refusal<"begins-with-signing" | "share-uneven"> => {
  if (begins === undefined) return true
  for (const [kind, lines] of Object.entries({ objectives, commitments }))
    for (const [index, { startsOn }] of lines.entries())
      if (startsOn !== undefined) return refuse("begins-with-signing", { field: `${kind}.${index}.startsOn` })
  for (const [index, line] of commitments.entries())
    for (const part of ["firstAmount", "lastAmount"] as const)
      if (line.partial === "pro_rata" && isCountedWhole(line) && line[part] === undefined)
        return refuse("share-uneven", { field: `commitments.${index}.${part}` })
  return true
}
