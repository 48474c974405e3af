import { type Block, type Inline, type TermKind, termKinds } from "../rules.ts"

/**
 * Reads what a ready clause says: each line is a paragraph, lines that begin with "- " are a list, what stands between two pairs of
 * asterisks is bold. A term's place is a hole of the text, {{margin}}, so that a language in which it is missing is found as every
 * hole is (web/texts.test.ts); `placeOfTerms` fills the holes with signs that this finds again.
 */
export const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const line of text.split("\n")) {
    if (!line.startsWith(bullet)) {
      blocks.push({ type: "paragraph", content: inlinesOf(line) })
      continue
    }
    const item = {
      type: "listItem" as const,
      content: [{ type: "paragraph" as const, content: inlinesOf(line.slice(bullet.length)) }],
    }
    const last = blocks.at(-1)
    if (last?.type === "bulletList") last.content.push(item)
    else blocks.push({ type: "bulletList", content: [item] })
  }
  return blocks
}

export const placeOfTerms: Readonly<Record<string, string>> = Object.fromEntries(
  termKinds.map((kind) => [kind, `{${kind}}`]),
)

const bullet = "- "
const pieces = new RegExp(String.raw`\*\*(?<bold>[^*]+)\*\*|\{(?<kind>${termKinds.join("|")})\}`, "g")

const inlinesOf = (line: string): Inline[] => {
  const inlines: Inline[] = []
  let from = 0
  const plain = (to: number) => {
    if (to > from) inlines.push({ type: "text", text: line.slice(from, to) })
  }
  for (const found of line.matchAll(pieces)) {
    plain(found.index)
    const { bold, kind } = found.groups ?? {}
    if (bold === undefined) inlines.push({ type: "term", attrs: { kind: kind as TermKind } })
    else inlines.push({ type: "text", text: bold, marks: [{ type: "bold" }] })
    from = found.index + found[0].length
  }
  plain(line.length)
  return inlines
}
