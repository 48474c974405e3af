import type { draftAgreement } from "#contract/agreements"
import { occurrencesOf } from "#contract/commitments"
import { type CalendarCadence, isCalendarCadence, isPeriodOpen, unevenParts } from "#core/duePeriods"
import type { RequestOf } from "#core/endpoint"
import { addMonths } from "#core/time"

type Line = NonNullable<RequestOf<typeof draftAgreement>["commitments"]>[number]
type Typed = number | ""

/** How a line counts its periods, as one choice: its own, or the calendar's with what a part of one asks for. */
export const periodChoices = ["contract", "first_full", "pro_rata"] as const
export type PeriodChoice = (typeof periodChoices)[number]

export type PeriodsDraft = { periods: PeriodChoice | ""; firstAmount: Typed; lastAmount: Typed }

export const noPeriods: PeriodsDraft = { periods: "", firstAmount: "", lastAmount: "" }

export const periodsDraftOf = ({ periods, partial, firstAmount, lastAmount }: Partial<Line>): PeriodsDraft => ({
  periods: partial ?? (periods === "contract" ? "contract" : ""),
  firstAmount: firstAmount ?? "",
  lastAmount: lastAmount ?? "",
})

/** Said once for all promises, as contracts do, unless each says its own. */
export type PeriodsOfAll = PeriodChoice | "each" | ""

/** What all of these say, which is nothing while none does. */
export const periodsOfAll = (lines: readonly PeriodsDraft[]): PeriodsOfAll => {
  const said = new Set(lines.map(({ periods }) => periods).filter((periods) => periods !== ""))
  const [first] = said
  return first === undefined ? "" : said.size === 1 ? first : "each"
}

type Counted = PeriodsDraft &
  Pick<Line, "measure" | "cadence"> & { amount: Typed; unit: string; isForDeals: boolean; was?: Was | undefined }
type Was = Partial<Line> & { id?: string | undefined }
type Term = Readonly<{ startsOn: string; endsOn: string }>

/** A line's own days where it was written with them, else the agreement's. */
export const termOf = (line: { was?: Partial<Line> | undefined }, draft: Term): Term => ({
  startsOn: line.was?.startsOn ?? draft.startsOn,
  endsOn: line.was?.endsOn ?? draft.endsOn,
})

/**
 * What comes monthly, quarterly or yearly and begins within such a period of the calendar counts by that or by its own. A promise that
 * the agreement has already goes on as it did.
 */
export const asksPeriods = ({ cadence, isForDeals, was }: Counted, { startsOn }: Term): boolean => {
  const goesOn = was?.id !== undefined && was.periods === undefined && was.cadence === cadence
  return !goesOn && !isForDeals && startsOn !== "" && isPeriodOpen({ startsOn }, cadence)
}

type Draft = Term & Readonly<{ periodsOfAll: PeriodsOfAll }>

/** As it counts: by what was said of all where it has to be said, else as it was written. */
export const saidOfAll = <L extends Counted>(line: L, draft: Draft): L =>
  draft.periodsOfAll !== "each" && asksPeriods(line, termOf(line, draft))
    ? { ...line, periods: draft.periodsOfAll }
    : line

const rhythmOf = (line: Counted, { startsOn, endsOn }: Term) => ({
  ...{ cadence: line.cadence, startsOn, endsOn: endsOn || undefined },
  ...(line.measure === "amount_per_period" && line.amount !== "" ? { amount: line.amount, unit: line.unit } : {}),
  periods: line.periods === "" || line.periods === "contract" ? ("contract" as const) : ("calendar" as const),
  partial: line.periods === "first_full" || line.periods === "pro_rata" ? line.periods : undefined,
  firstAmount: line.firstAmount === "" ? undefined : line.firstAmount,
  lastAmount: line.lastAmount === "" ? undefined : line.lastAmount,
})

/** The parts at the beginning and at the end whose share both have to say. */
export const partsAsked = (line: Counted, term: Term): ReturnType<typeof unevenParts> =>
  line.periods === "pro_rata" && term.startsOn !== "" && isCalendarCadence(line.cadence)
    ? unevenParts(rhythmOf(line, term), line.cadence as CalendarCadence)
    : {}

/** The first days on which it would fall due, but for days on which nobody works. */
export const firstDays = (line: Counted, term: Term, most: number) =>
  occurrencesOf(
    rhythmOf(line, term),
    term.startsOn,
    term.endsOn || addMonths(term.startsOn, 12 * most),
    () => true,
  ).slice(0, most)

/** As the server wants it. What the form does not ask stays as it was written. */
export const periodsSaid = (line: Counted, term: Term): Partial<Line> => {
  if (line.isForDeals || !isCalendarCadence(line.cadence) || line.periods === "") return {}
  if (line.periods === "contract") return { periods: "contract" }
  const asked = partsAsked(line, term)
  const part = (which: "first" | "last") => {
    const amount = line[`${which}Amount`]
    const isKept = line.was?.[`${which}Amount`] === amount
    return amount === "" || (asked[which] === undefined && !isKept) ? {} : { [`${which}Amount`]: amount }
  }
  return {
    periods: "calendar",
    partial: line.periods,
    ...(line.periods === "pro_rata" ? { ...part("first"), ...part("last") } : {}),
  }
}
