/** Hours of a day as they are typed: "09:00-12:00, 13:00-17:00"; nothing is closed. */

type Span = { from: number; to: number }
type Day = { on: string; open: Span[] }

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

export const hoursText = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(", ")

/** A time of day: "9", "9:30", "24:00". */
const minutesOf = (text: string): number | undefined => {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? []
  const all = Number(hours) * 60 + Number(minutes)
  return hours !== undefined && Number(minutes) < 60 && all <= 1_440 ? all : undefined
}

const spanOf = (text: string): Span | undefined => {
  const [from, to, ...more] = text.split(/[-–]/).map(minutesOf)
  return from !== undefined && to !== undefined && more.length === 0 && from < to ? { from, to } : undefined
}

/** Undefined where it cannot be read. */
export const hoursOf = (text: string): Span[] | undefined => {
  if (text.trim() === "") return []
  const spans = text.split(/[,;]/).map(spanOf)
  return spans.every((span) => span !== undefined) ? spans : undefined
}

/** Days that are open otherwise, one a line: "2027-12-24 09:00-12:00"; a day alone is closed. */
export const daysText = (days: readonly Readonly<{ on: string; open: readonly Span[] }>[]): string =>
  days.map(({ on, open }) => `${on} ${hoursText(open)}`.trim()).join("\n")

export const daysOf = (text: string): Day[] | undefined => {
  const days = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, on = "", hours = ""] = /^\s*(\d{4}-\d{2}-\d{2})\b(.*)$/.exec(line) ?? []
      const open = hoursOf(hours)
      return on === "" || open === undefined ? undefined : { on, open }
    })
  return days.every((day) => day !== undefined) ? days : undefined
}
