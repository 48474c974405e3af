import type { TermKind, Terms } from "./clause.ts"
import { termKinds } from "./clause.ts"
import type { ReadInline, ReadPlace } from "./wordClauses.ts"
import type { Show } from "./wordParagraphs.ts"
import { valueKey } from "./words.ts"

type Value = Terms[TermKind]

/** Spaces of any kind make no other value: "22 %" is "22%". */
const bare = (text: string): string => text.normalize("NFKC").replaceAll(/\s/g, "")

export const isSameShown = (one: string, other: string): boolean => bare(one) === bare(other)

const inWords: ReadonlySet<TermKind> = new Set(["territory", "exclusivity", "governing_law"])
const inDays: ReadonlySet<TermKind> = new Set(["payment_days", "protection_days"])

/** What figures can mean: with a comma or a point as decimal sign. Which of them it is, is decided by writing it down again. */
const figuresIn = (shown: string): number[] => {
  const digits = bare(shown).replaceAll(/[^\d.,]/g, "")
  const whole = digits.replaceAll(/[.,]/g, "")
  const [, before, after] = /^(\d+)[.,](\d+)$/.exec(digits) ?? []
  return [
    ...(before === undefined ? [] : [Number(`${before}.${after}`)]),
    ...(whole === "" ? [] : [Number(whole)]),
  ].filter((each) => Number.isFinite(each))
}

const most = { hours: 8_784, share: 100, days: 3_650, words: 200 } as const

const isInRange = (kind: TermKind, value: number): boolean => {
  if (inDays.has(kind)) return Number.isInteger(value) && value <= most.days
  return kind === "answer_hours" ? value > 0 && value <= most.hours : value <= most.share
}

/**
 * The value that is written at a place; undefined where that is not beyond doubt: a value is taken only where it would be written in
 * just this way. An amount keeps its currency.
 */
export const valueShown = (kind: TermKind, shown: string, now: Value, show: Show): Value => {
  const text = shown.replaceAll(/\s+/g, " ").trim()
  if (inWords.has(kind)) return text === "" || text.length > most.words ? undefined : text
  if (typeof now === "object") {
    const [amountMinor] = figuresIn(shown.replaceAll(/[.,]/g, "")).flatMap((figure) =>
      [figure, figure * 10, figure * 100, figure * 1000].filter((minor) =>
        isSameShown(show(kind, { ...now, amountMinor: minor }), shown),
      ),
    )
    return amountMinor === undefined ? undefined : { ...now, amountMinor }
  }
  if (kind === "minimum_amount" || kind === "liability_cap") return undefined
  return figuresIn(shown).find((figure) => isInRange(kind, figure) && isSameShown(show(kind, figure), shown))
}

/** The places of a text, of all its lines. */
const placesIn = (lines: readonly Readonly<{ content: readonly ReadInline[] }>[]): ReadPlace[] =>
  lines.flatMap(({ content }) => content.flatMap((inline) => (inline.type === "place" ? [inline.place] : [])))

/**
 * What each term is, by what stands in its places: another value only where every place says the same other one. Where they differ, no
 * value is meant, and what was written stays words.
 */
export const valuesIn = (
  lines: readonly Readonly<{ content: readonly ReadInline[] }>[],
  terms: Terms,
  show: Show,
): Terms => {
  const places = Map.groupBy(placesIn(lines), ({ kind }) => kind)
  const values = termKinds.map((kind) => {
    const shown = (places.get(kind) ?? []).map((place) => place.shown)
    const now = terms[kind]
    const [first, ...others] = shown
    const isOne = first !== undefined && others.every((other) => isSameShown(other, first))
    if (!isOne || isSameShown(first, show(kind, now))) return [kind, now] as const
    const read = valueShown(kind, first, now, show)
    return [kind, read === undefined || valueKey(read) === valueKey(now) ? now : read] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Terms
}
