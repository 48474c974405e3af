import type { Id } from "#core/ids"
import type { Fact } from "#core/importable/fact"
import { addDays, type PlainDate } from "#core/time"
import type { Collected } from "./collectRemarks.ts"

/** What a file tells of: its partnerships and signals, from its first fact to its last that is not in the future. */
export type Covers = Readonly<{
  from: PlainDate
  to: PlainDate
  partners: readonly Id[]
  signals: readonly string[]
  /** A week without a row, up to the end, is one in which nothing happened. */
  isWhole: boolean
}>

/** Days by which a partner's rows end before the file does, from which it is worth a question. */
const endsBefore = 28

/** A file of acts asks; a value per week says of itself where it ends. */
const ofActs = ["occurred_on", "registered_on"]

const longestList = 5_000
const mostSignals = 100

type Partner = { name: string; last: PlainDate; line: number }

/** Gathers which partners and signals a file speaks of, and from when to when. Memory by partner and signal, not by row. */
export const collectCoverage = (remarks: Collected, today: PlainDate) => {
  const partners = new Map<Id, Partner>()
  const signals = new Set<string>()
  const latest = addDays(today, 1)
  let from = ""
  let to = ""
  let isOfActs = false
  const covers = ({ partnershipId, partner, day, field, signals: spoken }: Fact): void => {
    if (day > latest) {
      remarks.tell("day-to-come", { field, text: `${partner}: ${day}` })
      return
    }
    if (from === "" || day < from) from = day
    if (day > to) to = day
    isOfActs ||= ofActs.includes(field)
    for (const signal of spoken) if (signals.size < mostSignals) signals.add(signal)
    const known = partners.get(partnershipId)
    if (known === undefined) partners.set(partnershipId, { name: partner, last: day, line: remarks.line() })
    else if (day > known.last) Object.assign(known, { last: day, line: remarks.line() })
  }
  /** At the end of the file, once: what it covers, and who ends before it does. */
  const said = (): Covers | undefined => {
    if (from === "") return undefined
    const early = [...partners.values()].filter(({ last }) => last <= addDays(to, -endsBefore))
    if (isOfActs)
      for (const { name, last, line } of early) {
        remarks.at(line)
        remarks.tell("ends-before-the-file", { text: `${name}: ${last}` })
      }
    const answer = isOfActs ? remarks.answerTo("ends-before-the-file", {}) : "unknown"
    const isWhole = answer === "nothing" && partners.size <= longestList
    return { from, to, partners: [...partners.keys()].slice(0, longestList), signals: [...signals].sort(), isWhole }
  }
  return { covers, said }
}
