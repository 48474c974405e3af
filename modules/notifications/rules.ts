import type { Format } from "#core/format"

/** The local hour from which the daily mail may go out. */
export const digestHour = 7

/** More than this in one mail is not read: it says how many more there are, and the list has them. */
export const mostPerMail = 200

type Told = Readonly<{ payload: Readonly<Record<string, unknown>>; name: string }>

/**
 * What stands in a piece of news's words, in the list as in a mail: days and moments in the reader's way. Whose it was, or how it
 * ended, may ask for other words.
 */
export const holesOf = ({ payload, name }: Told, format: Pick<Format, "date" | "moment">) => ({
  ...Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, shown(value, format)])),
  name,
  context: payload["owedBy"] ?? payload["state"],
})

const shown = (value: unknown, format: Pick<Format, "date" | "moment">): unknown => {
  if (typeof value !== "string") return value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? format.moment(value) : value
}
