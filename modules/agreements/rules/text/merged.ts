import type { Block, Clause, Inline } from "./clause.ts"
import { blocksOf, type Frame, type Line, linesOf } from "./lines.ts"
import { wordByWord } from "./steps.ts"
import { endOf, type Token, tokensOf } from "./tokens.ts"

/** The clause with both changes in it; null where both touch the same words. */
export type Merged = Clause | null

/** What one side put in place of some tokens of the base, or between two of them: then `to` is `from`. */
type Change = Readonly<{ from: number; to: number; puts: readonly Token[] }>
type Made = Readonly<{ becomes: readonly (Token | null)[]; changes: readonly Change[] }>

/**
 * Three ways in words: what only one side changed is taken from it (S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of
 * Diff3", 2007, with words for lines). A word that one took away while the other put something within, or two things put in one
 * place, is for a person to decide.
 */
export const mergedClause = (base: Clause, mine: Clause, theirs: Clause): Merged => {
  const [heading, content] = [
    merged(...headings(base, mine, theirs)),
    merged(...([base, mine, theirs].map(({ content }) => contentTokens(content)) as [Token[], Token[], Token[]])),
  ]
  if (heading === null || content === null) return null
  const blocks = blocksOf(linesOfTokens(content))
  if (!blocks.every(isWhole)) return null
  return {
    ...{ key: base.key, level: mine.level === base.level ? theirs.level : mine.level },
    heading: heading.map(({ value }) => value).join(""),
    content: blocks,
  }
}

const headings = (...clauses: [Clause, Clause, Clause]) =>
  clauses.map(({ heading }) => tokensOf([{ type: "text", text: heading }], {})) as [Token[], Token[], Token[]]

const contentTokens = (content: readonly Block[]): Token[] =>
  linesOf(content).flatMap((line) => [...tokensOf(line.content, {}), endOf(line)])

const made = (base: readonly Token[], side: readonly Token[]): Made => {
  const becomes: (Token | null)[] = []
  const changes: { from: number; to: number; puts: Token[] }[] = []
  let open: (typeof changes)[number] | undefined
  for (const { before, after } of wordByWord(base, side)) {
    if (before !== null && after !== null) open = undefined
    else {
      if (open === undefined) {
        open = { from: becomes.length, to: becomes.length, puts: [] }
        changes.push(open)
      }
      if (before !== null) open.to += 1
      if (after !== null) open.puts.push(after)
    }
    if (before !== null) becomes.push(after)
  }
  return { becomes, changes }
}

const isAlike = (one: Token, other: Token): boolean =>
  one.value === other.value && one.look === other.look && JSON.stringify(one.frame) === JSON.stringify(other.frame)

const says = (tokens: readonly Token[]): string => JSON.stringify(tokens.map(({ same, look }) => [same, look]))

const isSameChange = (one: Change, other: Change): boolean =>
  one.from === other.from && one.to === other.to && says(one.puts) === says(other.puts)

/** Whether two changes touch the same words, or put something in the same place; the same change on both sides does not. */
const collide = (one: Change, other: Change): boolean => {
  if (isSameChange(one, other) || one.puts.length + other.puts.length === 0) return false
  if (one.from === one.to && other.from === other.to) return one.from === other.from
  return one.from < other.to && other.from < one.to
}

const merged = (base: readonly Token[], mine: readonly Token[], theirs: readonly Token[]): Token[] | null => {
  const [own, other] = [made(base, mine), made(base, theirs)]
  if (own.changes.some((one) => other.changes.some((each) => collide(one, each)))) return null
  const changes = [
    ...own.changes,
    ...other.changes.filter((each) => !own.changes.some((one) => isSameChange(one, each))),
  ]
  const row: Token[] = []
  for (let at = 0; at <= base.length; at += 1) {
    const here = changes.filter(({ from }) => from === at)
    // What was put before a replaced word stands before what replaced it.
    for (const { puts } of here.filter(({ from, to }) => from === to)) row.push(...puts)
    for (const { puts } of here.filter(({ from, to }) => from < to)) row.push(...puts)
    const [was, mineNow, theirsNow] = [base[at], own.becomes[at] ?? null, other.becomes[at] ?? null]
    if (mineNow !== null && theirsNow !== null) row.push(isAlike(mineNow, was as Token) ? theirsNow : mineNow)
  }
  return row
}

const linesOfTokens = (tokens: readonly Token[]): Line[] => {
  const lines: Line[] = []
  let content: Inline[] = []
  for (const { pieces, frame } of tokens) {
    content.push(...pieces)
    if (frame === undefined) continue
    lines.push({ frame: frame as Frame, content })
    content = []
  }
  return lines
}

/** An item of a list begins with a paragraph, or the editor cannot load it. */
const isWhole = (block: Block): boolean =>
  block.type === "paragraph" ||
  block.content.every(({ content }) => content[0]?.type === "paragraph" && content.every(isWhole))
