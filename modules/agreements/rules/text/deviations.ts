import { canonical } from "#core/canonical"
import { type AgreementText, type Clause, type TermKind, type Terms, termKinds } from "./clause.ts"
import { linesOf } from "./lines.ts"
import { valueKey } from "./words.ts"

/** How a clause differs from the ready text: other words, taken out, a ready one put in beside it, or words of one's own. */
export const clauseDeviations = ["changed", "removed", "added", "own"] as const
export type ClauseDeviation = (typeof clauseDeviations)[number]

/** The ready text of a type as one language says it: its clauses, what else the library has by the same keys, and the suggested terms. */
export type Ready = Readonly<{ text: AgreementText; further: readonly Clause[] }>

type TermValue = NonNullable<Terms[TermKind]>

export type Deviations = Readonly<{
  clauses: readonly Readonly<{ key: string; heading: string; how: ClauseDeviation }>[]
  /** Terms that have a suggestion and another value, and those that it has and the text has not. */
  terms: readonly Readonly<{ kind: TermKind; ready: TermValue; value: TermValue | null }>[]
}>

/**
 * What a text says otherwise than the ready text of its type. It may have begun in any language, so a clause is as it was where one of
 * them says so, and is told by the heading of the first. How words look, and where a clause stands, is no deviation.
 */
export const deviationsFrom = (ready: readonly Ready[], { clauses, terms }: AgreementText): Deviations => {
  const [first] = ready
  if (first === undefined) return { clauses: [], terms: [] }
  const inReady = new Set(first.text.clauses.map(({ key }) => key))
  const known = (key: string) =>
    ready.flatMap(({ text, further }) => [...text.clauses, ...further].filter((clause) => clause.key === key))
  const written = clauses.flatMap((clause) => {
    const alike = known(clause.key)
    const isReady = alike.some((each) => wordsOf(each) === wordsOf(clause))
    if (isReady && inReady.has(clause.key)) return []
    const how: ClauseDeviation = isReady ? "added" : inReady.has(clause.key) ? "changed" : "own"
    return [{ key: clause.key, heading: clause.heading, how }]
  })
  const keys = new Set(clauses.map(({ key }) => key))
  const removed = first.text.clauses
    .filter(({ key }) => !keys.has(key))
    .map(({ key, heading }) => ({ key, heading, how: "removed" as const }))
  return { clauses: [...written, ...removed], terms: termsBetween(ready, terms) }
}

/** The words of a clause in one row, whatever they look like. */
const wordsOf = ({ heading, content }: Clause): string =>
  canonical([
    heading.trim(),
    ...linesOf(content).map(({ content: line }) =>
      line
        .map((inline) =>
          inline.type === "text" ? inline.text : inline.type === "term" ? `{${inline.attrs.kind}}` : "\n",
        )
        .join("")
        .trim(),
    ),
  ])

const termsBetween = (ready: readonly Ready[], terms: Terms): Deviations["terms"] =>
  termKinds.flatMap((kind) => {
    const suggested = ready.map(({ text }) => text.terms[kind])
    const [first] = suggested
    if (first === undefined) return []
    const isReady = suggested.some((each) => valueKey(each) === valueKey(terms[kind]))
    return isReady ? [] : [{ kind, ready: first, value: terms[kind] ?? null }]
  })
