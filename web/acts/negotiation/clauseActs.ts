import type { Editor } from "@tiptap/core"
import { TextSelection } from "@tiptap/pm/state"
import { cutIn, type Half } from "./clauseCut.ts"
import type { Clause } from "./clauses.ts"
import { emptyClause, toNode } from "./convert.ts"

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

/** In two where the cursor stands: one half keeps the key, and with it what was promised in the clause. */
export const cutClause = (editor: Editor, at: number, keeps: Half): void => {
  const cut = cutIn(editor.state, at, keeps)
  if (cut === null) return
  editor.view.dispatch(cut.scrollIntoView())
  editor.commands.focus()
}
