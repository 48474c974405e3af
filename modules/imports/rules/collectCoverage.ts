import type { Id } from "#core/ids"
import type { Fact } from "#core/importable/fact"
import { addDays, dateIn, type PlainDate } from "#core/time"
import type { Collected } from "./collectRemarks.ts"

/** What a file tells of, in short: its partners and signals, from its first fact to its last that is not in the future. */
export type Covers = Readonly<{
  from: PlainDate
  to: PlainDate
  partners: number
  signals: readonly string[]
  /** A week without a row, up to the end, is one in which nothing happened. */
  isWhole: boolean
}>

/** What a file tells of one partner's signal, and from when to when. Of all other weeks it says nothing. */
export type Cover = Readonly<{
  partnershipId: Id
  partner: string
  /** Of the partner's last fact. */
  line: number
  signal: string
  from: PlainDate
  until: PlainDate
}>

/** `field` is the one that dates its facts. */
export type Coverage = Readonly<{ covers: Covers; isOfActs: boolean; field: string; each(): Iterable<Cover> }>

/** Days by which a partner's rows end before the file does, from which it is worth a question. */
const endsBefore = 28

/** A file of acts asks; a value per week says of itself where it ends. */
const ofActs = ["occurred_on", "registered_on", "close_on"]

/** Signals of one file whose cover is stated; of one with more (a column of free text) the facts alone say what is known. */
const mostSignals = 500

type Span = { from: PlainDate; until: PlainDate }
type Partner = Span & { name: string; line: number; signals: Map<string, Span> }

/**
 * Gathers which partners and signals a file speaks of, and from when to when. Memory by partner and signal, not by row. A partner's
 * record of a signal ends at its own last fact of it; in a file of acts that is complete, at the file's last fact of that signal with
 * anybody: what stopped for everybody may be no longer in the file.
 */
export const collectCoverage = (
  remarks: Collected,
  { today, timeZone }: Readonly<{ today: PlainDate; timeZone: string }>,
) => {
  const partners = new Map<Id, Partner>()
  const file = new Map<string, Span>()
  let datedBy = ""
  const covers = ({ partnershipId, partner, on, field, signals, isBesides }: Fact): void => {
    const day = dayOf(on, { today, timeZone })
    if (day > today) {
      remarks.tell("day-to-come", { field, text: `${partner}: ${day}` })
      return
    }
    datedBy ||= field
    const known = partners.get(partnershipId) ?? {
      ...{ from: "9999-12-31", until: "", name: partner, line: 0, signals: new Map<string, Span>() },
    }
    partners.set(partnershipId, known)
    if (day > known.until) known.line = remarks.line()
    if (!isBesides) widen(known, day)
    for (const signal of signals) {
      if (!file.has(signal) && file.size >= mostSignals) continue
      widen(spanOf(file, signal, day), day)
      widen(spanOf(known.signals, signal, day), day)
    }
  }
  /** At the end of the file, once: what it covers, and who ends before it does. */
  const said = (): Coverage | undefined => {
    if (partners.size === 0) return undefined
    const { from, until: to } = whole([...partners.values(), ...file.values()])
    const listed = whole(partners.values()).until
    const isOfActs = ofActs.includes(datedBy)
    if (isOfActs)
      for (const { name, until, line } of partners.values())
        if (until !== "" && until <= addDays(listed, -endsBefore)) {
          remarks.at(line)
          remarks.tell("ends-before-the-file", { text: `${name}: ${until}` })
        }
    const isWhole = isOfActs && remarks.answerTo("ends-before-the-file", {}) === "nothing"
    return {
      covers: { from, to, partners: partners.size, signals: [...file.keys()].sort(), isWhole },
      isOfActs,
      field: datedBy,
      each: () => each(partners, isWhole ? file : undefined),
    }
  }
  return { covers, said }
}

/** The day that a fact is of here; only one that may be tomorrow's is worth the calendar. */
const dayOf = (on: Fact["on"], { today, timeZone }: Readonly<{ today: PlainDate; timeZone: string }>): PlainDate => {
  const written = on.slice(0, 10)
  return written <= today || on.length === written.length ? written : dateIn(timeZone, on)
}

const spanOf = (spans: Map<string, Span>, signal: string, day: PlainDate): Span => {
  const found = spans.get(signal) ?? { from: day, until: day }
  spans.set(signal, found)
  return found
}

const widen = (span: Span, day: PlainDate): void => {
  if (day < span.from) span.from = day
  if (day > span.until) span.until = day
}

const whole = (spans: Iterable<Span>): Span => {
  const found = { from: "9999-12-31", until: "" }
  for (const { from, until } of spans) {
    if (from < found.from) found.from = from
    if (until > found.until) found.until = until
  }
  return found
}

function* each(partners: ReadonlyMap<Id, Partner>, ends: ReadonlyMap<string, Span> | undefined): Iterable<Cover> {
  for (const [partnershipId, { name, line, signals }] of partners)
    for (const [signal, { from, until }] of signals) {
      yield { partnershipId, partner: name, line, signal, from, until: ends?.get(signal)?.until ?? until }
    }
}
