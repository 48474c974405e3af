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
  // Both go along when a clause is cut and put elsewhere: it is the same clause there.
  addAttributes: () => ({
    key: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-clause") || null,
      renderHTML: ({ key }) => ({ "data-clause": key ?? "" }),
    },
    level: {
      default: 1,
      parseHTML: (element) => (element.getAttribute("data-level") === "2" ? 2 : 1),
      renderHTML: ({ level }) => ({ "data-level": level }),
    },
  }),
  parseHTML: () => [{ tag: "section[data-clause]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", HTMLAttributes, 0],
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

/**
 * Each clause has a key, and no two the same: the clause that was there keeps its own wherever a copy was put, the copy is another one
 * (https://github.com/ueberdosis/tiptap/issues/5612).
 */
export const ClauseKeys = Extension.create({
  name: "clauseKeys",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("clauseKeys"),
      appendTransaction: (transactions, before, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const holders = new Map<unknown, number>()
        doc.forEach((node, at) => {
          if (!holders.has(node.attrs.key)) holders.set(node.attrs.key, at)
        })
        before.doc.forEach((node, at) => {
          const now = transactions.reduce((position, { mapping }) => mapping.map(position, 1), at)
          if (doc.nodeAt(now)?.attrs.key === node.attrs.key) holders.set(node.attrs.key, now)
        })
        doc.forEach((node, at) => {
          const { key } = node.attrs
          if (key === null || holders.get(key) !== at) tr.setNodeAttribute(at, "key", newKey())
        })
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
