import type { ContractBlock, ContractClause, Line } from "#platform/documents/contract/contract"
import type { Speech } from "#platform/texts"
import { type AgreementText, type Block, type Content, type Inline, numberClauses, type Terms } from "../rules.ts"
import { termFigure } from "./figures.ts"

/** The clauses as they are read on screen: the same numbers, words and looks, with the value of a term where it is named. */
export const clausesOf = (speech: Speech, { clauses, terms }: AgreementText): readonly ContractClause[] => {
  const numbers = numberClauses(clauses)
  return clauses.map(({ heading, level, content }, index) => ({
    ...{ number: numbers[index] ?? "", heading, level },
    content: blocksOf(speech, content, terms),
  }))
}

/** What comes from a clause of the text names it by its number there. */
export const withClauseNumbers = (content: Content, { clauses }: AgreementText): Content => {
  const numbers = numberClauses(clauses)
  const numberOf = new Map(clauses.map(({ key }, index) => [key, numbers[index]]))
  const named = <Line extends Content["objectives" | "commitments"][number]>(line: Line): Line => ({
    ...line,
    clause: (line.clauseKey === undefined ? undefined : numberOf.get(line.clauseKey)) ?? line.clause,
  })
  return { ...content, objectives: content.objectives.map(named), commitments: content.commitments.map(named) }
}

const blocksOf = (speech: Speech, blocks: readonly Block[], terms: Terms): readonly ContractBlock[] =>
  blocks.map((block) =>
    block.type === "paragraph"
      ? { kind: "paragraph", words: (block.content ?? []).map((inline) => wordsOf(speech, inline, terms)) }
      : {
          kind: "list",
          isNumbered: block.type === "orderedList",
          items: block.content.map(({ content }) => blocksOf(speech, content, terms)),
        },
  )

const wordsOf = (speech: Speech, inline: Inline, terms: Terms): Line[number] => {
  if (inline.type === "hardBreak") return { text: "\n" }
  if (inline.type === "term") return { text: termFigure(speech, inline.attrs.kind, terms[inline.attrs.kind]) }
  const marks = new Set((inline.marks ?? []).map(({ type }) => type))
  return {
    text: inline.text,
    ...(marks.has("bold") && { isBold: true }),
    ...(marks.has("italic") && { isItalic: true }),
    ...(marks.has("underline") && { isUnderlined: true }),
  }
}
