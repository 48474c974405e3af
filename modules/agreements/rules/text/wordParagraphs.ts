import { stays, type WordList, type WordParagraph, type WordRun } from "#core/wordParagraphs"
import type { AgreementText, Clause, Inline, TermKind, Terms } from "./clause.ts"
import { type Frame, linesOf } from "./lines.ts"

/** How a value is written in a file. */
export type Show = (kind: TermKind, value: Terms[TermKind]) => string

/** Counts places of values and lists, so that each has a name of its own within a file. */
export const counter = () => {
  let count = 0
  return () => {
    count += 1
    return count
  }
}
export type Count = ReturnType<typeof counter>

/** What XML cannot hold, and what Word reads as a space: such signs do not come back. */
const writable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\n\r]+/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")

/** One inline node as words of a file; nothing is tracked yet. */
export const runOf = (inline: Inline, terms: Terms, show: Show, count: Count): WordRun => {
  if (inline.type === "hardBreak") return { text: "\n", looks: [], ...stays }
  if (inline.type === "term") {
    const { kind } = inline.attrs
    return { text: writable(show(kind, terms[kind])), looks: [], place: { name: kind, nth: count() }, ...stays }
  }
  return { text: writable(inline.text), looks: (inline.marks ?? []).map(({ type }) => type), ...stays }
}

/** Word says the list of each paragraph; which paragraphs are one list is said by its name. */
export const listNames = (count: Count) => {
  let open: string[] = []
  return (frame: Frame): WordList | null => {
    open = open.slice(0, frame.length)
    for (const [depth, { opens }] of frame.entries())
      if (opens === "list" || open[depth] === undefined) open = [...open.slice(0, depth), `${count()}`]
    const [depth, last] = [frame.length - 1, frame.at(-1)]
    if (last === undefined) return null
    const isNumbered = last.list === "orderedList"
    return { id: open[depth] ?? "", depth, isNumbered, isItem: last.opens !== "nothing" }
  }
}

/** The longest name that Word takes for a bookmark is 40 characters, of letters, digits and underscores. */
const longestKey = 37

/** By this a clause is found again, whatever it is called and wherever it stands: its key where Word takes that as a name, else its place in the version. */
export const bookmarkOf = (key: string, at: number): string =>
  key.length <= longestKey ? `kc_${key.replaceAll("-", "_")}` : `kn_${at}`

const clauseParagraphs = (
  { key, heading, level, content }: Clause,
  at: number,
  { terms, show, count }: Readonly<{ terms: Terms; show: Show; count: Count }>,
): WordParagraph[] => {
  const listOf = listNames(count)
  return [
    {
      ...{ heading: level, list: null, bookmarks: [bookmarkOf(key, at)], end: stays },
      runs: [{ text: writable(heading), looks: [], ...stays }],
    },
    ...linesOf(content).map(
      ({ frame, content: inlines }): WordParagraph => ({
        ...{ heading: 0, list: listOf(frame), bookmarks: [], end: stays },
        runs: inlines.map((inline) => runOf(inline, terms, show, count)),
      }),
    ),
  ]
}

/** The words of an agreement as paragraphs of a file: headings that are numbered by Word, each with its clause's key. */
export const wordParagraphs = ({ clauses, terms }: AgreementText, show: Show): WordParagraph[] => {
  const count = counter()
  return clauses.flatMap((clause, at) => clauseParagraphs(clause, at, { terms, show, count }))
}
