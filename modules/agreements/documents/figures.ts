import { minorPerMajor } from "#core/money"
import type { Speech } from "#platform/texts"
import { type TermKind, type Terms, termKinds } from "../rules.ts"

/** A quantity as it was agreed, to its last digit: a page that is signed does not round. */
export const exactly = ({ format }: Pick<Speech, "format">, value: number, unit: string): string =>
  /^[A-Z]{3}$/.test(unit)
    ? Number.isInteger(value)
      ? format.quantity(value, unit)
      : format.money({ amountMinor: value * minorPerMajor(unit), currency: unit })
    : `${format.number(value, mostDigits)} ${unit}`

const mostDigits = 6

const isShare = (kind: TermKind): boolean => kind === "margin" || kind === "commission"

/** A term in the words of a clause, which say themselves of what it is a number. */
export const termFigure = ({ say, format }: Speech, kind: TermKind, value: Terms[TermKind]): string => {
  if (value === undefined) return say("negotiation:term.open", { term: say(`negotiation:term.name.${kind}`) })
  if (typeof value === "object") return format.money(value)
  if (typeof value === "string") return value
  return isShare(kind) ? format.percent(value / 100, mostDigits) : format.number(value, mostDigits)
}

/** A term by itself: "22 %", "30 days". */
const termAlone = (speech: Speech, kind: TermKind, value: Terms[TermKind]): string =>
  typeof value === "number" && !isShare(kind)
    ? speech.say(kind === "answer_hours" ? "negotiation:term.hours" : "negotiation:term.days", { count: value })
    : termFigure(speech, kind, value)

/** The terms that are set, each with its name, in one order for all agreements. */
export const termFacts = (speech: Speech, terms: Terms): readonly (readonly [string, string])[] =>
  termKinds
    .filter((kind) => terms[kind] !== undefined)
    .map((kind) => [speech.say(`negotiation:term.name.${kind}`), termAlone(speech, kind, terms[kind])])
