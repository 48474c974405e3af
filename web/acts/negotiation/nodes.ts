import { Extension, Node } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { ReactNodeViewRenderer } from "@tiptap/react"
import { ClauseNode } from "./ClauseNode.tsx"
import { cutIn } from "./clauseCut.ts"
import { withoutKey } from "./clauseKeys.ts"
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
      // Below a heading comes what it says; a clause is cut in two by its own button only. At the start of one that says something it
      // is another one above it.
      Enter: ({ editor }) => {
        const { $head, empty } = editor.state.selection
        if ($head.parent.type.name !== "clauseHeading") return false
        if (empty && $head.parentOffset === 0 && $head.parent.content.size > 0) {
          const above = cutIn(editor.state, $head.before(1), "lower")
          if (above !== null) editor.view.dispatch(above.scrollIntoView())
          return true
        }
        return editor
          .chain()
          .setTextSelection($head.after() + 1)
          .run()
      },
    }
  },
})

export const ClauseBlock = Node.create<{ origin: string }>({
  name: "clause",
  /** The draft whose clauses these are: one that is brought from another agreement is another clause, whatever it is called there. */
  addOptions: () => ({ origin: "" }),
  content: "clauseHeading block+",
  defining: true,
  isolating: true,
  // Both go along when a clause is cut and put elsewhere: it is the same clause there.
  addAttributes() {
    const { origin } = this.options
    return {
      key: {
        default: null,
        parseHTML: (element) =>
          (element.getAttribute("data-of") === origin ? element.getAttribute("data-clause") : "") || null,
        renderHTML: ({ key }) => ({ "data-clause": key ?? "", "data-of": origin }),
      },
      level: {
        default: 1,
        parseHTML: (element) => (element.getAttribute("data-level") === "2" ? 2 : 1),
        renderHTML: ({ level }) => ({ "data-level": level }),
      },
    }
  },
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

/** Each clause has a key, and no two the same. */
export const ClauseKeys = Extension.create({
  name: "clauseKeys",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("clauseKeys"),
      appendTransaction: (transactions, before, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const placeOf = (at: number) => transactions.reduce((place, { mapping }) => mapping.map(place, 1), at)
        for (const at of withoutKey(before.doc, doc, placeOf)) tr.setNodeAttribute(at, "key", newKey())
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
