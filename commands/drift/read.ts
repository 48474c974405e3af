import { numberOf, textOf } from "#core/importable/row"
import { textKey } from "#core/textKey"
import { weekNumber } from "#core/time"
import type { DatedEvent, Subject, WeeklySignal } from "#rules/drift"
import {
  findSignal,
  inferSignal,
  type Observation,
  oneWeek,
  type SignalKind,
  type SignalSide,
  signalKeys,
  wholeWeeks,
} from "#rules/metrics"
import { eventFile, signalFile } from "./files.ts"
import { type Row, readRows, type Spoken } from "./rows.ts"

/** The portfolio in two files, the last week seen in it, and the signal keys whose kind had to be guessed. */
export type Portfolio = Readonly<{
  subjects: readonly Subject[]
  lastWeek: number
  inferred: ReadonlyMap<string, string>
}>

/** What partners and signals are called: the first writing that was met, whatever its capitals and spaces; another is told once. */
type Names = Readonly<{ partner(written: string): string; signal(written: string): string }>

const namesIn = (tell: (sentence: string) => unknown): Names => {
  const called = new Map<string, string>()
  const told = new Set<string>()
  const toKey = signalKeys()
  const read = (written: string, name: string): string => {
    if (written !== name && !told.has(written)) {
      told.add(written)
      tell(`"${written}" is read as "${name}"`)
    }
    return name
  }
  return {
    partner: (written) => {
      const key = textKey(written) || written
      const name = called.get(key) ?? written
      called.set(key, name)
      return read(written, name)
    },
    signal: (written) => read(written, toKey(written)),
  }
}

/** The values of one signal by day, as the file has them. */
type Collected = { key: string; side: SignalSide; days: Map<string, Observation> }
type Draft = { type: string; signals: Map<string, Collected>; events: DatedEvent[] }

/** Reads the exchange files; what cannot be used is told, the rest is kept. */
export const readPortfolio = async (
  signalsPath: string,
  eventsPath: string | undefined,
  spoken: Spoken,
): Promise<Portfolio> => {
  const drafts = new Map<string, Draft>()
  const names = namesIn((sentence) => spoken.tell(signalsPath, sentence))
  for await (const row of readRows(signalsPath, signalFile, spoken)) {
    const reason = addSignal(drafts, row, names, spoken.today)
    if (reason !== undefined) spoken.bad(signalsPath, row.line, reason)
  }
  if (eventsPath !== undefined)
    for await (const row of readRows(eventsPath, eventFile, spoken)) {
      const reason = addEvent(drafts, row, names)
      if (reason !== undefined) spoken.bad(eventsPath, row.line, reason)
    }
  const inferred = new Map<string, string>()
  const toSignals = ([partnership, { signals }]: [string, Draft]): readonly WeeklySignal[] =>
    [...signals.values()].flatMap((collected) => {
      const signal = toSignal(collected, inferred)
      if (typeof signal !== "string") return signal
      spoken.bad(signalsPath, undefined, `${collected.key} of ${partnership} ${signal}`, collected.days.size)
      return []
    })
  const read = [...drafts].map((draft) => ({ partnership: draft[0], ...draft[1], signals: toSignals(draft) }))
  const subjects = read.filter(({ signals }) => signals.length > 0)
  const lastWeeks = subjects.flatMap(({ signals }) => signals.map(({ firstWeek, values }) => firstWeek + values.length))
  return { subjects, lastWeek: lastWeeks.reduce((a, b) => Math.max(a, b - 1), Number.NEGATIVE_INFINITY), inferred }
}

/** Adds one row; answers why not, when it cannot. */
const addSignal = (
  drafts: Map<string, Draft>,
  { row, textOf: cellOf }: Row,
  names: Names,
  today = "9999-12-31",
): string | undefined => {
  const [partner = "", signal = "", side = "", day = ""] = ["partnership", "signal", "side", "week"].map((field) =>
    textOf(row, field),
  )
  const [partnership, key] = [names.partner(partner), names.signal(signal)]
  if (day < "1970" || day > "2100") return `week is ${day}, expected a year from 1970 to 2099`
  if (day > today) return `week is ${day}, which is still to come: nobody has observed it`
  const kind = findSignal(key)?.kind
  const value = measuredIn(row, "value", cellOf("value"))
  if (value < 0 && kind !== undefined && kind !== "level" && kind !== "amount") return `value of ${key} is negative`
  const draft: Draft = drafts.get(partnership) ?? { type: "", signals: new Map(), events: [] }
  draft.type ||= textOf(row, "type") ?? ""
  const collected = draft.signals.get(`${key} ${side}`) ?? { key, side: side as SignalSide, days: new Map() }
  if (collected.days.has(day)) return `a second value of ${key} for ${day}`
  drafts.set(partnership, draft)
  draft.signals.set(`${key} ${side}`, collected)
  const expected = measuredIn(row, "expected", cellOf("expected"))
  collected.days.set(day, { value, expected, size: numberOf(row, "n") ?? Number.NaN })
  return undefined
}

/** NaN for nothing; 85 % is 0.85. */
const measuredIn = (row: Row["row"], field: string, cell: string): number => {
  const value = numberOf(row, field) ?? Number.NaN
  return cell.trim().endsWith("%") ? value / 100 : value
}

const addEvent = (drafts: Map<string, Draft>, { line, row }: Row, names: Names): string | undefined => {
  const [partner = "", occurredOn = "", kind = "", side, note] = [
    ...["partnership", "occurred_on", "kind", "side", "note"].map((field) => textOf(row, field)),
  ]
  const partnership = names.partner(partner)
  const draft = drafts.get(partnership)
  if (draft === undefined) return `no signals of the partnership "${partnership}"`
  const whose = side ? { side: side as SignalSide } : { side: undefined }
  draft.events.push({ id: `line ${line}`, occurredOn, kind, ...whose, ...(note ? { note } : {}) })
  return undefined
}

/** A signal week by week, or why its values cannot be what its name says. */
const toSignal = ({ key, side, days }: Collected, inferred: Map<string, string>): WeeklySignal | string => {
  const known = findSignal(key)
  const definition = known
    ? { ...known, side }
    : inferSignal(
        key,
        [...days.values()].map(({ value }) => value),
        side,
      )
  if (known === undefined) inferred.set(key, definition.kind)
  const strange = definition.kind === "proportion" && [...days.values()].find(({ value }) => value > 1)
  if (strange) return `holds ${strange.value}: a share lies between 0 and 1; write it as 0.85 or as 85 %`
  if ([...days.values()].every(({ value }) => Number.isNaN(value))) return "has no value"
  const { firstWeek, values, expected, sizes } = weeksOf(definition.kind, days)
  const given = (column: Float64Array) => column.some((value) => !Number.isNaN(value))
  return {
    definition,
    firstWeek,
    values,
    ...(given(expected) ? { expected } : {}),
    ...(given(sizes) ? { sizes } : {}),
  }
}

const weeksOf = (kind: SignalKind, days: ReadonlyMap<string, Observation>) => {
  const inOrder = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byWeek = wholeWeeks(kind, [...Map.groupBy(inOrder, ([day]) => weekNumber(day))])
  const firstWeek = byWeek[0]?.[0] ?? 0
  const length = (byWeek.at(-1)?.[0] ?? firstWeek) - firstWeek + 1
  // Shared, so that threads read them without a copy.
  const empty = () => new Float64Array(new SharedArrayBuffer(8 * length)).fill(Number.NaN)
  const [values, expected, sizes] = [empty(), empty(), empty()]
  for (const [week, found] of byWeek) {
    const observations = found.map(([, observation]) => observation)
    const one = oneWeek(kind, observations)
    values[week - firstWeek] = one.value
    expected[week - firstWeek] = one.expected
    sizes[week - firstWeek] = one.size
  }
  return { firstWeek, values, expected, sizes }
}
