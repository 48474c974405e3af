import { type Block, type Clause, type Inline, type TermKind, type Terms, termKinds } from "./clause.ts"
import { linesOf } from "./lines.ts"

/** Says a value of the terms in the reader's language; what no value is set for is said by it, too. */
export type Say = <Kind extends TermKind>(kind: Kind, value: Terms[Kind]) => string

/** The plain words of a row of inline nodes; a line break is a line break. */
export const inlineWords = (content: readonly Inline[], terms: Terms, say: Say): string =>
  content
    .map((inline) => {
      if (inline.type === "text") return inline.text
      return inline.type === "hardBreak" ? "\n" : say(inline.attrs.kind, terms[inline.attrs.kind])
    })
    .join("")

/** The plain words below a clause's heading, a paragraph a line. */
export const textOf = ({ content }: Pick<Clause, "content">, terms: Terms, say: Say): string =>
  linesOf(content)
    .map((line) => inlineWords(line.content, terms, say))
    .join("\n")

/** Which values of the terms are shown in a clause. */
export const termsIn = (content: readonly Block[]): TermKind[] => {
  const shown = new Set(
    linesOf(content).flatMap((line) =>
      line.content.flatMap((inline) => (inline.type === "term" ? [inline.attrs.kind] : [])),
    ),
  )
  return termKinds.filter((kind) => shown.has(kind))
}

/** By this two values are the same, in whatever order the database gives the parts of an amount back. */
export const valueKey = (value: Terms[TermKind] | null): string =>
  typeof value === "object" && value !== null ? `${value.amountMinor} ${value.currency}` : JSON.stringify(value ?? null)
