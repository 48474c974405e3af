import type { Format } from "#core/format"
import type { PlainDate } from "#core/time"
import type { Level } from "./levels.ts"

/** Says a text of the area "drift" in one language; `orElse` the word where others name things, too. */
export type Say = ((key: string, holes?: Readonly<Record<string, unknown>>) => string) &
  Readonly<{ orElse(key: string, otherwise: string): string }>

/** The language, the day from whose year years go without saying, the currency of money where it is known, and what the parties are called. */
export type Speech = Readonly<{
  say: Say
  format: Pick<Format, "date" | "day" | "number" | "percent" | "quantity" | "gap" | "sentences">
  today: PlainDate
  currency: string | undefined
  companyOf(partyId: string | null): string | undefined
}>

/** Names, days and levels in the words of a language: for pages, documents and the command line alike. */
export const wordsOf = ({ say, format, today, currency }: Omit<Speech, "companyOf">) => {
  const isOfToday = (on: PlainDate) => on.slice(0, 4) === today.slice(0, 4)
  const digits = (value: number) => (Math.abs(value) < 10 ? 1 : 0)
  const counted = (value: number) => ({
    count: Number(value.toFixed(digits(value))),
    formatted: format.number(value, digits(value)),
  })
  // Four digits are as many as anybody reads.
  const money = (amount: number): string => {
    const rounded = Number(amount.toPrecision(4))
    return currency === undefined ? format.number(rounded) : format.quantity(rounded, currency)
  }
  return {
    /** A signal, and whose it is where several companies have one of that name. */
    signal: (key: string, company?: string): string => {
      const name = say.orElse(`drift:signal.${key}`, spelled(key))
      return company === undefined ? name : say("drift:ofCompany", { signal: name, company })
    },
    cause: (key: string): string => say.orElse(`drift:cause.${key}`, spelled(key)),
    event: (kind: string): string => say.orElse(`drift:event.${kind.replaceAll(".", "_")}`, spelled(kind)),
    /** A day, with its year unless that is the present one. */
    day: (on: PlainDate): string => (isOfToday(on) ? format.day(on) : format.date(on)),
    /** The ends of a band: their years stay away where all of it lies in the present one. */
    band: ({ date, low, high }: Readonly<{ date: PlainDate; low: PlainDate; high: PlainDate }>) => {
      const end = [date, low, high].every(isOfToday) ? format.day : format.date
      return { onset: format.date(date), low: end(low), high: end(high) }
    },
    level: (told: Level | null): string => {
      if (told === null) return say("drift:unknownLevel")
      switch (told.unit) {
        case "none":
          return say("drift:rate.none")
        case "rate":
          return told.count === 0 ? say("drift:rate.seldom") : say(`drift:rate.${told.per}`, counted(told.count))
        case "money":
          return told.isWeekly ? say("drift:rate.money", { value: money(told.amount) }) : money(told.amount)
        case "share":
          return format.percent(told.share, told.share > 0 && told.share < 0.095 ? 1 : 0)
        case "number":
          return counted(told.count).formatted
        default:
          return say(`drift:level.${told.unit}`, counted(told.count))
      }
    },
  }
}

export type Words = ReturnType<typeof wordsOf>

/** A key someone else chose, as words: "api_latency_p95" -> "api latency p95". */
const spelled = (key: string): string => key.replaceAll(/[_.-]+/g, " ").trim()
