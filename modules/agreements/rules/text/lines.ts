import { type Block, type Clause, type Inline, type List, type ListItem, marks, type Words } from "./clause.ts"

/** One list around a paragraph, and whether the paragraph begins that list, an item of it, or goes on in the item before. */
export type Step = Readonly<{ list: List["type"]; opens: "list" | "item" | "nothing" }>
/** The lists around a paragraph, from the outermost. */
export type Frame = readonly Step[]
/** A clause is compared as a row of paragraphs, as Word keeps it: what is a list is said of each, and nothing else of it is lost. */
export type Line = Readonly<{ frame: Frame; content: readonly Inline[] }>

/** The paragraphs of a clause in their order, each with the lists around it. */
export const linesOf = (content: readonly Block[]): Line[] => {
  const lines: Line[] = []
  const path: { list: List["type"]; opens: Step["opens"] }[] = []
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === "paragraph") {
        lines.push({ frame: path.map((step) => ({ ...step })), content: plain(block.content ?? []) })
        for (const step of path) step.opens = "nothing"
      } else
        for (const [at, item] of block.content.entries()) {
          path.push({ list: block.type, opens: at === 0 ? "list" : "item" })
          walk(item.content)
          path.pop()
        }
    }
  }
  walk(content)
  return lines
}

/** The other way round: paragraphs back into lists. What begins in no list that is there begins one of its own. */
export const blocksOf = (lines: readonly Line[]): Block[] => {
  const root: Block[] = []
  let open: List[] = []
  for (const { frame, content } of lines) {
    let into = root
    for (const [depth, { list, opens }] of frame.entries()) {
      let last = open[depth]
      if (last?.type !== list || opens === "list") {
        last = { type: list, content: [{ type: "listItem", content: [] }] }
        into.push(last)
        open = [...open.slice(0, depth), last]
      } else if (opens === "item") {
        last.content.push({ type: "listItem", content: [] })
        open = open.slice(0, depth + 1)
      }
      into = (last.content.at(-1) as ListItem).content
    }
    open = open.slice(0, frame.length)
    into.push({ type: "paragraph", ...(content.length > 0 && { content: plain(content) }) })
  }
  return root
}

const markOrder = (words: Words) => marks.filter((mark) => words.marks?.some(({ type }) => type === mark))

/** How words look, in one word: "bold italic". */
export const look = (inline: Inline): string =>
  inline.type === "text" && inline.marks !== undefined ? markOrder(inline).join(" ") : ""

/** The one way to write a row of words: neighbours that look alike are one, marks stand in one order, nothing is empty. */
export const plain = (content: readonly Inline[]): Inline[] => {
  const written: Inline[] = []
  let open: { words: Words; look: string } | undefined
  for (const inline of content) {
    if (inline.type !== "text") {
      written.push(inline)
      open = undefined
    } else if (inline.text !== "") {
      const own = look(inline)
      if (open?.look === own) open.words.text += inline.text
      else {
        const looks = markOrder(inline).map((type) => ({ type }))
        open = { words: { type: "text", text: inline.text, ...(looks.length > 0 && { marks: looks }) }, look: own }
        written.push(open.words)
      }
    }
  }
  return written
}

/** A clause written in the one way that its like is written in, so that two are the same when their JSON is. */
export const plainClause = ({ key, heading, level, content }: Clause): Clause => ({
  ...{ key, heading, level },
  content: blocksOf(linesOf(content)),
})
