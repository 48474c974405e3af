import { isPlainDate, weekday, weekNumber } from "#core/time"
import type { DatedEvent, Subject, WeeklySignal } from "#rules/drift"
import { findSignal, inferSignal, type SignalSide } from "#rules/metrics"
import { type BadRow, type Row, readRows } from "./table.ts"

/** The portfolio in two files, the last week seen in it, and the signal keys whose kind had to be guessed. */
export type Portfolio = Readonly<{
  subjects: readonly Subject[]
  lastWeek: number
  inferred: ReadonlyMap<string, string>
}>

type Cell = Readonly<{ week: number; value: number; expected: number; size: number }>
type Collected = { key: string; side: SignalSide; cells: Map<number, Cell> }
type Draft = { type: string; signals: Map<string, Collected>; events: DatedEvent[] }

const sides: readonly string[] = ["host", "partner", "both"]

/** Reads the exchange files; what cannot be used goes to `bad`, the rest is kept. */
export const readPortfolio = async (
  signalsPath: string,
  eventsPath: string | undefined,
  bad: (file: string) => BadRow,
): Promise<Portfolio> => {
  const drafts = new Map<string, Draft>()
  let lastWeek = Number.NEGATIVE_INFINITY
  const badSignal = bad(signalsPath)
  for await (const row of readRows(
    signalsPath,
    ["partnership", "type", "signal", "side", "week", "value"],
    badSignal,
  )) {
    const reason = addSignal(drafts, row)
    if (reason !== undefined) badSignal(row.line, reason)
    else lastWeek = Math.max(lastWeek, weekNumber(row.cells["week"] as string))
  }
  if (eventsPath !== undefined) {
    const badEvent = bad(eventsPath)
    for await (const row of readRows(eventsPath, ["partnership", "occurred_on", "kind"], badEvent)) {
      const reason = addEvent(drafts, row)
      if (reason !== undefined) badEvent(row.line, reason)
    }
  }
  const inferred = new Map<string, string>()
  const subjects = [...drafts].map(([partnership, draft]) => ({
    partnership,
    type: draft.type,
    signals: [...draft.signals.values()].map((signal) => toSignal(signal, inferred)),
    events: draft.events,
  }))
  return { subjects, lastWeek, inferred }
}

/** Adds one row; answers why not, when it cannot. */
const addSignal = (drafts: Map<string, Draft>, { cells }: Row): string | undefined => {
  const { partnership, type, signal: key, side, week } = cells as Record<string, string>
  if (!partnership) return "partnership is empty"
  if (!key) return "signal is empty"
  if (!side || !sides.includes(side)) return `side is "${side}", expected host, partner or both`
  if (!week || !isPlainDate(week)) return `week is "${week}", expected a date like 2026-03-30`
  if (week < "1970" || week > "2100") return `week is ${week}, expected a year from 1970 to 2099`
  if (weekday(week) !== 1) return `week is ${week}, expected a Monday`
  const value = toNumber(cells["value"])
  const expected = toNumber(cells["expected"])
  const size = toNumber(cells["n"])
  if (value === undefined) return `value is "${cells["value"]}", expected a number or nothing`
  if (expected === undefined) return `expected is "${cells["expected"]}", expected a number or nothing`
  if (size === undefined || size < 0) return `n is "${cells["n"]}", expected a number from 0 or nothing`
  const kind = findSignal(key)?.kind
  if (value < 0 && kind !== undefined && kind !== "level" && kind !== "amount") return `value of ${key} is negative`
  const draft: Draft = drafts.get(partnership) ?? { type: type ?? "", signals: new Map(), events: [] }
  drafts.set(partnership, draft)
  const collected = draft.signals.get(`${key} ${side}`) ?? { key, side: side as SignalSide, cells: new Map() }
  draft.signals.set(`${key} ${side}`, collected)
  const number = weekNumber(week)
  if (collected.cells.has(number)) return `a second value of ${key} for the week ${week}`
  collected.cells.set(number, { week: number, value, expected, size })
  return undefined
}

const addEvent = (drafts: Map<string, Draft>, { cells, line }: Row): string | undefined => {
  const { partnership, occurred_on: occurredOn, kind, side, note } = cells as Record<string, string>
  const draft = drafts.get(partnership ?? "")
  if (draft === undefined) return `no signals of the partnership "${partnership}"`
  if (!occurredOn || !isPlainDate(occurredOn)) return `occurred_on is "${occurredOn}", expected a date like 2026-03-30`
  if (!kind) return "kind is empty"
  if (side && !sides.includes(side)) return `side is "${side}", expected host, partner, both or nothing`
  const whose = side ? { side: side as SignalSide } : { side: undefined }
  draft.events.push({ id: `line ${line}`, occurredOn, kind, ...whose, ...(note ? { note } : {}) })
  return undefined
}

/** NaN for nothing, undefined for what is no number. */
const toNumber = (text: string | undefined): number | undefined => {
  if (text === undefined || text === "") return Number.NaN
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

const toSignal = ({ key, side, cells }: Collected, inferred: Map<string, string>): WeeklySignal => {
  const weeks = [...cells.keys()]
  const firstWeek = weeks.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const length = weeks.reduce((a, b) => Math.max(a, b), firstWeek) - firstWeek + 1
  // Shared, so that threads read them without a copy.
  const empty = () => new Float64Array(new SharedArrayBuffer(8 * length)).fill(Number.NaN)
  const values = empty()
  const expected = empty()
  const sizes = empty()
  for (const cell of cells.values()) {
    values[cell.week - firstWeek] = cell.value
    expected[cell.week - firstWeek] = cell.expected
    sizes[cell.week - firstWeek] = cell.size
  }
  const known = findSignal(key)
  const definition = known ? { ...known, side } : inferSignal(key, values, side)
  if (known === undefined) inferred.set(key, definition.kind)
  const given = (column: Float64Array) => column.some((value) => !Number.isNaN(value))
  return {
    definition,
    firstWeek,
    values,
    ...(given(expected) ? { expected } : {}),
    ...(given(sizes) ? { sizes } : {}),
  }
}
