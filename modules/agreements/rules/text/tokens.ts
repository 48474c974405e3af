import type { Inline, Terms, Words } from "./clause.ts"
import { type Frame, type Line, look } from "./lines.ts"
import { valueKey } from "./words.ts"

/**
 * The smallest thing that a comparison replaces. Words as their language has them: what stands between spaces, and in scripts
 * without spaces what the dictionary of ICU takes for a word (UAX 29, by `Intl.Segmenter`; its dictionaries go by script, so
 * the language of the text need not be known). A figure is whole, "1,250,000.00", "1.250.000,00", "1 250 000", "12.5 %",
 * "2027-03-31": half a figure replaced is read as another one (slab/delta #85). Spaces are tokens too: all joined are the text.
 */
export type Token = Readonly<{
  kind: "word" | "figure" | "term" | "sign" | "space" | "break" | "end" | "whole"
  /** By this two are held to be the same: straight and curly quotes are, and so are spaces of any kind and number. */
  same: string
  /** What it looks like, and for a term the value it shows. */
  look: string
  value: string
  pieces: readonly Inline[]
  /** Of the end of a paragraph: the lists around that. */
  frame?: Frame
}>

const figure =
  /(?:\p{Nd}{1,3}(?:[ \u00A0\u202F]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+)(?:[.,:/'’-]\p{Nd}+)*(?:\s?[%‰％]|[A-Za-z]+)?/u
const word = /[\p{L}\p{M}\p{N}_\u200C\u200D]+(?:['’][\p{L}\p{M}]+)*/u
const every = new RegExp(String.raw`${figure.source}|${word.source}|\s+|[^]`, "gu")
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u
const dictionary = new Intl.Segmenter("ja", { granularity: "word" })

const folded = (text: string): string =>
  /[‘’‚‛“”„‟«»\s]/.test(text)
    ? text
        .replaceAll(/[‘’‚‛]/g, "'")
        .replaceAll(/[“”„‟«»]/g, '"')
        .replaceAll(/\s+/g, " ")
    : text

type Part = Readonly<{ kind: Token["kind"]; text: string }>

/** By the first sign of a token; most are told by their first byte. */
const kindOf = (text: string): Token["kind"] => {
  const first = text.charCodeAt(0)
  if (first === 32 || /^\s/.test(text)) return "space"
  if (first > 47 && first < 58) return "figure"
  if (/^[\p{L}\p{M}_\u200C\u200D]/u.test(text)) return "word"
  return /^\p{Nd}/u.test(text) ? "figure" : /^\p{N}/u.test(text) ? "word" : "sign"
}

/** Words, figures, signs and spaces of a text; all of them joined are the text. In linear time. */
export const partsOf = (text: string): Part[] => {
  const isUnspaced = unspaced.test(text)
  const parts: Part[] = []
  for (const each of text.match(every) ?? []) {
    const kind = kindOf(each)
    if (kind === "word" && isUnspaced && unspaced.test(each))
      for (const { segment } of dictionary.segment(each)) parts.push({ kind, text: segment })
    else parts.push({ kind, text: each })
  }
  return parts
}

/** What two paragraphs are held to be the same by, before any is taken apart. */
export const lineKey = (line: Line): string =>
  line.content.map((inline) => (inline.type === "text" ? folded(inline.text) : sameOf(inline))).join("")

const sameOf = (inline: Inline): string => (inline.type === "term" ? `\u0000${inline.attrs.kind}\u0000` : "\u0000\n")

const atom = (inline: Inline, terms: Terms): Token => ({
  kind: inline.type === "term" ? "term" : "break",
  same: sameOf(inline),
  look: "",
  value: inline.type === "term" ? valueKey(terms[inline.attrs.kind]) : "",
  pieces: [inline],
})

/** A row of inline nodes in tokens: a word that is bold in half is one word in two pieces. */
export const tokensOf = (content: readonly Inline[], terms: Terms): Token[] => {
  const tokens: Token[] = []
  let run: Words[] = []
  for (const inline of content)
    if (inline.type === "text") run.push(inline)
    else {
      addRun(tokens, run)
      tokens.push(atom(inline, terms))
      run = []
    }
  addRun(tokens, run)
  return tokens
}

const addRun = (tokens: Token[], run: readonly Words[]): void => {
  // A text has few words, many times over: the same one in the same piece is one token.
  const known = new Map<string, Token>()
  let [at, from] = [0, 0]
  for (const { kind, text } of partsOf(run.map((each) => each.text).join(""))) {
    let own = known.get(text)
    if (own !== undefined && from + text.length < (run[at]?.text.length ?? 0)) from += text.length
    else {
      const pieces: Words[] = []
      const isWithinOne = from + text.length < (run[at]?.text.length ?? 0)
      for (let left = text.length; left > 0; ) {
        const piece = run[at] as Words
        const taken = Math.min(left, piece.text.length - from)
        pieces.push({ ...piece, text: piece.text.slice(from, from + taken) })
        left -= taken
        from += taken
        if (from === piece.text.length) [at, from] = [at + 1, 0]
      }
      own = { kind, same: folded(text), look: lookOf(pieces), value: text, pieces }
      if (isWithinOne) known.set(text, own)
      else known.clear()
    }
    tokens.push(own)
  }
}

const lookOf = (pieces: readonly Words[]): string =>
  pieces.length === 1 && pieces[0] !== undefined
    ? look(pieces[0])
    : pieces.map((piece) => `${look(piece)}${piece.text.length}`).join("|")

/** The end of a paragraph is a token as well: taken away, two paragraphs are one. */
export const endOf = ({ frame }: Line): Token => ({
  kind: "end",
  same: "\u0000¶",
  look: "",
  value: "",
  pieces: [],
  frame,
})

/** A paragraph that nothing was changed in need not be taken apart. */
export const wholeOf = ({ content }: Line, same: string): Token => ({
  kind: "whole",
  same,
  look: "",
  value: "",
  pieces: content,
})

/** What is counted as a word: words, figures and shown terms. */
export const isCounted = ({ kind }: Token): boolean => kind === "word" || kind === "figure" || kind === "term"
