import { Extension, Node } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { ReactNodeViewRenderer } from "@tiptap/react"
import { ClauseNode } from "./ClauseNode.tsx"
import { newKey } from "./convert.ts"
import { TermNode } from "./TermNode.tsx"

/** A document is clauses and nothing beside them. */
export const ClauseDocument = Node.create({ name: "doc", topNode: true, content: "clause+" })

export const ClauseHeading = Node.create({
  name: "clauseHeading",
  content: "text*",
  marks: "",
  defining: true,
  parseHTML: () => [{ tag: "h3" }],
  renderHTML: () => ["h3", 0],
  addKeyboardShortcuts() {
    return {
      // Below a heading comes what it says; a clause is cut in two by its own button only.
      Enter: ({ editor }) => {
        const { $head } = editor.state.selection
        if ($head.parent.type.name !== "clauseHeading") return false
        return editor
          .chain()
          .setTextSelection($head.after() + 1)
          .run()
      },
    }
  },
})

export const ClauseBlock = Node.create({
  name: "clause",
  content: "clauseHeading block+",
  defining: true,
  isolating: true,
  addAttributes: () => ({ key: { default: null, rendered: false }, level: { default: 1, rendered: false } }),
  parseHTML: () => [{ tag: "section[data-clause]" }],
  renderHTML: () => ["section", { "data-clause": "" }, 0],
  // A press on what is done to the clause leaves the cursor where it stands.
  addNodeView: () =>
    ReactNodeViewRenderer(ClauseNode, {
      stopEvent: ({ event }) => event.target instanceof Element && event.target.closest("button") !== null,
    }),
})

/** A value of the agreement's data within its words. */
export const TermPlace = Node.create({
  name: "term",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    kind: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-term"),
      renderHTML: ({ kind }) => ({ "data-term": kind }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-term]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(TermNode, { as: "span" }),
})

/** Each clause has a key, and no two the same: a copy that was pasted is another clause. */
export const ClauseKeys = Extension.create({
  name: "clauseKeys",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("clauseKeys"),
      appendTransaction: (transactions, _before, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const taken = new Set<unknown>()
        doc.forEach((node, at) => {
          const { key } = node.attrs
          if (key !== null && !taken.has(key)) taken.add(key)
          else tr.setNodeAttribute(at, "key", newKey())
        })
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
