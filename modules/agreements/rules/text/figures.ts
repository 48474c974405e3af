import type { AgreementText, Inline, TermKind, Terms } from "./clause.ts"
import { linesOf } from "./lines.ts"
import { lookedUp, numbersSaid } from "./numberWords.ts"
import { termsIn } from "./words.ts"

type Against = Readonly<{ kind: TermKind; value: number }>

/**
 * A number in words and the figure beside it that say two things ("thirty (60) days"), or say one that the terms say otherwise. Which
 * of them holds is for a person to choose, before anybody signs.
 */
export type Doubt = Readonly<{
  key: string
  words: string
  saidInWords: number
  figure: string
  saidInFigures: number
  /** The figure is a term shown there. */
  term: TermKind | null
  /** Terms in the same unit that say neither, or only one of the two. */
  against: readonly Against[]
}>

const units: readonly Readonly<{ kinds: readonly TermKind[]; unit: RegExp }>[] = [
  { kinds: ["payment_days", "protection_days"], unit: /^(?:days?|tage?n?|dias?|jours?|日)/ },
  { kinds: ["answer_hours"], unit: /^(?:hours?|stunden?|horas?|heures?|時間)/ },
  { kinds: ["margin", "commission"], unit: /^(?:%|per ?cent|prozent|por cien(?:to)?|por cento|pour cent|パーセント)/ },
]

const shownAs = "\uE000"
const percent = /\s*(?:per\s?cent|prozent|por\s(?:ciento|cento|cien)|pour\scent|%)\s*$/iu
const number = String.raw`(?:\p{Nd}{1,3}(?![\p{Nd}.,]*\p{Nd})|${shownAs}\d+${shownAs})`
/** Words, then a figure in brackets; and a figure, then what may be words in brackets. */
const wordsFirst = new RegExp(String.raw`([\p{L}\p{M}\p{Pd}\s%]+)[(（]\s*(${number})([^)）]*)[)）]?`, "gu")
const figureFirst = new RegExp(String.raw`(?<![\p{Nd}.,])(${number})[^\S\n]?[(（]([\p{L}\p{M}\p{Pd}\s]+)[)）]`, "gu")
const kanji = /([〇一二三四五六七八九十百千万億]+)(\p{L}{0,2})$/u

type Pair = Readonly<{ words: string; said: ReadonlySet<number>; figure: string; unit: string }>

/**
 * Every place where words and figures, or either and the terms, do not agree. Numbers up to 999; what is no number in words, and
 * figures with a fraction, raise nothing.
 */
export const doubtsIn = ({ clauses, terms }: AgreementText): Doubt[] =>
  clauses.flatMap(({ key, content }) => {
    const shown = termsIn(content)
    return linesOf(content).flatMap((line) =>
      pairsIn(line.content).flatMap((pair) => {
        const doubt = doubtOf(pair, shown, terms)
        return doubt === undefined ? [] : [{ key, ...doubt }]
      }),
    )
  })

const kindsShown = (content: readonly Inline[]): TermKind[] =>
  content.flatMap((inline) => (inline.type === "term" ? [inline.attrs.kind] : []))

type Read = Readonly<{ words: string; said: ReadonlySet<number>; figure: string; term: TermKind | null; unit: string }>

const pairsIn = (content: readonly Inline[]): Read[] => {
  const kinds = kindsShown(content)
  let at = -1
  const text = content
    .map((inline) => {
      if (inline.type === "term") at += 1
      return inline.type === "text" ? inline.text : inline.type === "term" ? `${shownAs}${at}${shownAs}` : "\n"
    })
    .join("")
  const read = ({ words, said, figure, unit }: Pair): Read[] =>
    said.size === 0
      ? []
      : [{ words, said, figure, unit: lookedUp(unit), term: kinds[Number(figure.match(/\uE000(\d+)/u)?.[1])] ?? null }]
  return [
    ...[...text.matchAll(wordsFirst)].flatMap(({ 0: whole, 1: before = "", 2: figure = "", 3: inside = "", index }) => {
      const behind = text.slice(index + whole.length)
      return read({ ...numberAtEnd(before), figure, unit: `${inside} ${behind}` })
    }),
    ...[...text.matchAll(figureFirst)].flatMap(({ 0: whole, 1: figure = "", 2: words = "", index }) =>
      read({
        words: words.trim(),
        said: numbersSaid(words),
        figure,
        unit: text.slice(index + whole.length),
      }),
    ),
  ]
}

/** The longest number that the words end with; "per cent" may stand behind it. */
const numberAtEnd = (before: string): Pick<Pair, "words" | "said"> => {
  const [, signs] = before.trim().match(kanji) ?? []
  if (signs !== undefined) return { words: signs, said: numbersSaid(signs) }
  const words = before.replace(percent, "").trim().split(/\s+/)
  for (const count of [6, 5, 4, 3, 2, 1]) {
    const own = words.slice(-count).join(" ")
    const said = numbersSaid(own)
    if (words.length >= count && said.size > 0)
      return { words: own, said: isThousands(words.at(-count - 1)) ? new Set() : said }
  }
  return { words: "", said: new Set() }
}

/** "one thousand two hundred (1,200)" ends with a number that is not what it says. */
const isThousands = (word = ""): boolean =>
  /^(?:thousands?|millions?|mil|mille|mill[oó]n(?:es)?|milh(?:ão|ões))$/iu.test(word)

const doubtOf = (
  { words, said, figure, term, unit }: Read,
  shown: readonly TermKind[],
  terms: Terms,
): Omit<Doubt, "key"> | undefined => {
  const value = term === null ? Number(figure.normalize("NFKC")) : terms[term]
  if (typeof value !== "number") return undefined
  const [first = 0] = said
  const inWords = said.has(value) ? value : first
  const kinds = units.filter((each) => each.unit.test(unit.trim())).flatMap((each) => each.kinds)
  const valued = kinds.flatMap((kind): Against[] => {
    const own = terms[kind]
    return typeof own === "number" && kind !== term ? [{ kind, value: own }] : []
  })
  const here = valued.filter(({ kind }) => shown.includes(kind))
  const isAgreed = inWords === value
  // Beside a term shown in the clause; or the one that either of two contradicting numbers says.
  const related = here.length > 0 ? here : valued.filter((each) => !isAgreed && [inWords, value].includes(each.value))
  if (isAgreed && (term !== null || related.length === 0 || related.some((each) => each.value === value)))
    return undefined
  return {
    words,
    saidInWords: inWords,
    figure: term === null ? figure : String(value),
    saidInFigures: value,
    term,
    against: related,
  }
}
