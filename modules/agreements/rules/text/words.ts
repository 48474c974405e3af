import { type AgreementText, type Block, type TermKind, type Terms, termKinds } from "./clause.ts"
import { linesOf } from "./lines.ts"

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

/** The terms that the words name and nobody has set: a text with one of them says nothing there, and is agreed to by nobody. */
export const openTerms = ({ clauses, terms }: AgreementText): TermKind[] => {
  const named = new Set(clauses.flatMap(({ content }) => termsIn(content)))
  return termKinds.filter((kind) => named.has(kind) && terms[kind] === undefined)
}
