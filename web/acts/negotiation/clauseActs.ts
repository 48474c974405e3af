import type { Editor } from "@tiptap/core"
import { TextSelection } from "@tiptap/pm/state"
import type { Clause } from "./clauses.ts"
import { emptyClause, newKey, toNode } from "./convert.ts"

/** An empty clause, or a ready one, behind the clause that begins there; the cursor goes into it. */
export const putBelow = (editor: Editor, at: number, clause: Clause = emptyClause()): void => {
  const node = editor.state.doc.nodeAt(at)
  if (node === null) return
  const behind = at + node.nodeSize
  editor
    .chain()
    .insertContentAt(behind, toNode(clause))
    .setTextSelection(behind + 2)
    .focus()
    .run()
}

/** Where the last clause begins. */
export const lastClause = ({ state: { doc } }: Editor): number => doc.content.size - (doc.lastChild?.nodeSize ?? 0)

/** One place up or down, with all that is in it. */
export const moveClause = (editor: Editor, at: number, by: -1 | 1): void => {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (node === null) return
  const index = doc.resolve(at).index()
  const neighbour = doc.maybeChild(index + by)
  if (neighbour === null) return
  const to = by === -1 ? at - neighbour.nodeSize : at + neighbour.nodeSize
  tr.delete(at, at + node.nodeSize).insert(to, node)
  tr.setSelection(TextSelection.near(tr.doc.resolve(to + 1)))
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
}

/** A text has one clause at least. */
export const removeClause = (editor: Editor, at: number): void => {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (node === null || doc.childCount < 2) return
  editor.view.dispatch(tr.delete(at, at + node.nodeSize))
  editor.commands.focus()
}

/**
 * In two where the cursor stands: the upper part keeps the key, and with it what was promised in the clause; the lower one is a new
 * clause. Outside a paragraph of this clause there is nothing to cut.
 */
export const cutClause = (editor: Editor, at: number): void => {
  const { doc, selection, tr, schema } = editor.state
  const node = doc.nodeAt(at)
  const { $head } = selection
  const { clause: clauseType, clauseHeading } = schema.nodes
  const isInside = node !== null && $head.depth >= 2 && $head.before(1) === at && $head.index(1) > 0
  if (!isInside || clauseType === undefined || clauseHeading === undefined) return
  const offset = $head.pos - at - 1
  const upper = node.copy(node.content.cut(0, offset))
  const rest = node.content.cut(offset)
  const lower = clauseType.create({ ...node.attrs, key: newKey() }, [clauseHeading.create(), ...rest.content])
  tr.replaceWith(at, at + node.nodeSize, [upper, lower])
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + upper.nodeSize + 1)))
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
}
