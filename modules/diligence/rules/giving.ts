import { periodEnd } from "#core/periods"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import type { ItemState } from "./standing.ts"

type Given = Readonly<{
  issuedOn: PlainDate | null
  validThrough: PlainDate | null
  checkedOn: PlainDate | null
}>
type About = Readonly<{ state: ItemState; months: number | null }>

/** Evidence as it is written down, its last day reckoned where it was not said. One lies there for review at a time. */
export const decideGiving = (
  { issuedOn, validThrough, checkedOn }: Given,
  { state, months }: About,
  today: PlainDate,
): { validThrough: PlainDate | null } | Refusal<Unfit | "review-first" | "not-needed-now"> => {
  if (state === "not_needed") return refuse("not-needed-now")
  if (state === "received") return refuse("review-first")
  return decideDates({ issuedOn, validThrough, checkedOn }, months, today)
}

type Unfit = "issued-ahead" | "ends-before-begins" | "last-day-needed"

/** Days that fit together. What is good for a time needs a last day, or the day to reckon it from: unknown is not forever. */
export const decideDates = (
  { issuedOn, validThrough, checkedOn }: Given,
  months: number | null,
  today: PlainDate,
): { validThrough: PlainDate | null } | Refusal<Unfit> => {
  if (issuedOn !== null && issuedOn > today) return refuse("issued-ahead", { field: "issuedOn" })
  if (checkedOn !== null && checkedOn > today) return refuse("issued-ahead", { field: "checkedOn" })
  const from = issuedOn ?? checkedOn
  if (validThrough !== null)
    return from !== null && validThrough < from
      ? refuse("ends-before-begins", { field: "validThrough" })
      : { validThrough }
  if (months === null) return { validThrough: null }
  return from === null
    ? refuse("last-day-needed", { field: "validThrough" })
    : { validThrough: periodEnd(from, months) }
}
