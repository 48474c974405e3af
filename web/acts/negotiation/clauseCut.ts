import type { Node, ResolvedPos } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { newKey } from "./convert.ts"

/** Where the cursor stands in a clause: above all that it says, below it, or within. Elsewhere, and within a heading, nothing is cut. */
export type CutPlace = "start" | "end" | "middle"
export type Half = "upper" | "lower"

const clauseOf = ({ doc }: EditorState, at: number, $head: ResolvedPos): Node | null => {
  const node = doc.nodeAt(at)
  return node !== null && $head.depth >= 2 && $head.before(1) === at ? node : null
}

const isBlank = (node: Node): boolean => node.textContent.trim() === "" && !hasPlace(node)

/** A value of the terms is no text of its own, and says something. */
const hasPlace = (node: Node): boolean => {
  let found = false
  node.descendants(({ type }) => {
    found ||= type.name === "term"
  })
  return found
}

export const cutPlace = (state: EditorState, at: number): CutPlace | null => {
  const { $head } = state.selection
  const node = clauseOf(state, at, $head)
  if (node === null) return null
  if ($head.index(1) === 0) return $head.parentOffset === 0 ? "start" : null
  const heading = node.firstChild?.nodeSize ?? 0
  const offset = $head.pos - at - 1
  if (isBlank(node.cut(heading, offset))) return "start"
  return isBlank(node.cut(offset)) ? "end" : "middle"
}

/**
 * The clause in two where the cursor stands. At its start or its end the empty one is the new one, and the clause stays what it was;
 * in the middle the key stays with the half that is said, and with it what was promised in the clause.
 */
export const cutIn = (state: EditorState, at: number, keeps: Half): Transaction | null => {
  const { tr, schema, selection } = state
  const { clause, clauseHeading, paragraph } = schema.nodes
  const [place, node] = [cutPlace(state, at), state.doc.nodeAt(at)]
  if (place === null || node === null || !clause || !clauseHeading || !paragraph) return null
  const fresh = { ...node.attrs, key: newKey() }
  if (place !== "middle") {
    const behind = at + node.nodeSize
    tr.insert(place === "start" ? at : behind, clause.create(fresh, [clauseHeading.create(), paragraph.create()]))
    return place === "start" ? tr : tr.setSelection(TextSelection.near(tr.doc.resolve(behind + 2)))
  }
  const offset = selection.$head.pos - at - 1
  const rest = node.content.cut(offset)
  const upper = clause.create(keeps === "upper" ? node.attrs : fresh, node.content.cut(0, offset))
  const lower = clause.create(keeps === "lower" ? node.attrs : fresh, [clauseHeading.create(), ...rest.content])
  tr.replaceWith(at, at + node.nodeSize, [upper, lower])
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + upper.nodeSize + 1)))
}

/** The first words of each half, for whoever is asked which of them keeps what was promised. */
export const halvesAt = (state: EditorState, at: number): Readonly<Record<Half, string>> | null => {
  const node = clauseOf(state, at, state.selection.$head)
  if (node === null) return null
  const [offset, end] = [state.selection.$head.pos - at - 1, node.content.size]
  const heading = node.firstChild?.nodeSize ?? 0
  const words = (from: number, to: number) => beginning(node.textBetween(from, to, " ", "…"))
  return { upper: words(heading, offset), lower: words(offset, end) }
}

const beginning = (text: string): string => {
  const words = text.trim()
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()}…`
}
