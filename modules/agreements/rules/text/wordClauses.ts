import type { WordList } from "#core/wordParagraphs"
import type { Block, Inline, List, TermKind } from "./clause.ts"
import { termKinds } from "./clause.ts"
import { blocksOf, type Frame, type Line, plain } from "./lines.ts"
import type { PlainParagraph } from "./wordSides.ts"

/** A place of a value in the words, with what is written there. */
export type ReadPlace = Readonly<{ kind: TermKind; shown: string; nth: number }>
export type ReadInline = Inline | Readonly<{ type: "place"; place: ReadPlace }>
export type ReadLine = Readonly<{ frame: Frame; content: readonly ReadInline[] }>

/** A heading with the paragraphs below it, before it is known which clause that is. */
export type ReadClause = Readonly<{
  heading: string
  level: 1 | 2
  bookmarks: readonly string[]
  lines: readonly ReadLine[]
  comments: readonly string[]
  /** Where its heading stands in the file. */
  at: number
}>

/** The clauses of a file, and how it begins above the first of them. */
export const readClauses = (paragraphs: readonly PlainParagraph[]): { head: string[]; clauses: ReadClause[] } => {
  const head: string[] = []
  const clauses: { [Key in keyof ReadClause]: ReadClause[Key] extends readonly (infer E)[] ? E[] : ReadClause[Key] }[] =
    []
  let frameOf = frames()
  for (const paragraph of paragraphs) {
    const { heading, bookmarks, runs, comments, at } = paragraph
    const last = clauses.at(-1)
    if (heading > 0) {
      frameOf = frames()
      const words = runs.map(({ text }) => text).join("")
      clauses.push({
        heading: words.replaceAll(/\s*\n\s*/g, " ").trim(),
        ...{ level: heading === 1 ? 1 : 2, bookmarks: [...bookmarks], lines: [], comments: [...comments], at },
      })
    } else if (last === undefined) head.push(runs.map(({ text }) => text).join(""))
    else {
      last.lines.push({ frame: frameOf(paragraph.list), content: inlinesOf(paragraph) })
      last.comments.push(...comments)
    }
  }
  return { head, clauses: clauses.map((clause) => ({ ...clause, lines: withoutTail(clause.lines) })) }
}

/** The last end of a file cannot be taken out, so whoever takes out its last clause leaves a paragraph that says nothing. */
const withoutTail = (lines: readonly ReadLine[]): readonly ReadLine[] =>
  lines.slice(0, lines.findLastIndex(({ frame, content }) => frame.length > 0 || content.length > 0) + 1)

/** The lists around each paragraph: Word says one of them, and the ones around that are those that are open. */
const frames = () => {
  let open: { id: string; list: List["type"] }[] = []
  const within = (depth: number): Frame[number][] =>
    open.slice(0, depth).map(({ list }) => ({ list, opens: "nothing" as const }))
  return (given: WordList | null): Frame => {
    if (given === null) {
      open = []
      return []
    }
    const { id, isNumbered, isItem } = given
    const depth = Math.min(given.depth, open.length, deepest)
    if (!isItem) {
      open = open.slice(0, given.depth + 1)
      return within(open.length)
    }
    const opens = open[depth]?.id === id ? ("item" as const) : ("list" as const)
    const list = isNumbered ? ("orderedList" as const) : ("bulletList" as const)
    open = [...open.slice(0, depth), { id, list }]
    return [...within(depth), { list, opens }]
  }
}

/** A list in a list in a list is as deep as clauses go. */
const deepest = 2

const isTerm = (name: string): name is TermKind => (termKinds as readonly string[]).includes(name)

const inlinesOf = ({ runs }: PlainParagraph): ReadInline[] => {
  const inlines: ReadInline[] = []
  for (const { text, looks, place } of runs) {
    const last = inlines.at(-1)
    if (place !== undefined && isTerm(place.name)) {
      const isSame = last?.type === "place" && last.place.nth === place.nth
      if (isSame) inlines.pop()
      const shown = `${isSame ? last.place.shown : ""}${text}`
      inlines.push({ type: "place", place: { kind: place.name, shown, nth: place.nth } })
      continue
    }
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) inlines.push({ type: "hardBreak" })
      if (part !== "")
        inlines.push({
          ...{ type: "text", text: part },
          ...(looks.length > 0 && { marks: looks.map((type) => ({ type })) }),
        })
    }
  }
  return inlines
}

/** Whether what is written at a place says the same as the value there does. */
export type IsShown = (place: ReadPlace) => boolean

/** The words of a clause: a place is its value again where it still says it, and words else. */
export const contentOf = (lines: readonly ReadLine[], isShown: IsShown): Block[] =>
  blocksOf(lines.map((line) => ({ frame: line.frame, content: wordsOf(line, isShown) })))

const wordsOf = ({ content }: ReadLine, isShown: IsShown): Line["content"] =>
  plain(
    content.flatMap((inline): Inline[] => {
      if (inline.type !== "place") return [inline]
      const { place } = inline
      if (isShown(place)) return [{ type: "term", attrs: { kind: place.kind } }]
      return place.shown === "" ? [] : [{ type: "text", text: place.shown }]
    }),
  )
