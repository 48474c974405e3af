import type { Format } from "#core/format"

/** The local hour from which the daily mail may go out. */
export const digestHour = 7

/** More than this in one mail is not read: it says how many more there are, and the list has them. */
export const mostPerMail = 200

/** Parts of what one was told: in the inbox, of that what is unread, what is put off, and what one is done with. */
export const shows = ["open", "unread", "snoozed", "done"] as const
export type Show = (typeof shows)[number]

/** What one does with it; back in the inbox it is neither done with nor put off. */
export const moves = ["read", "unread", "done", "open"] as const
export type Move = (typeof moves)[number]

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
