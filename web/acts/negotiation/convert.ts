import type { JSONContent } from "@tiptap/core"
import type { AgreementText, Clause } from "./clauses.ts"

/** A text as the editor holds it: a document of clauses, each with its heading before what it says. */
export const toDocument = ({ clauses }: Pick<AgreementText, "clauses">): JSONContent => ({
  type: "doc",
  content: (clauses.length === 0 ? [emptyClause()] : clauses).map(toNode),
})

export const toNode = ({ key, level, heading, content }: Clause): JSONContent => ({
  type: "clause",
  attrs: { key, level },
  content: [
    { type: "clauseHeading", ...(heading === "" ? {} : { content: [{ type: "text", text: heading }] }) },
    ...(content.length === 0 ? [{ type: "paragraph" }] : (content as JSONContent[])),
  ],
})

export const emptyClause = (): Clause => ({ key: newKey(), heading: "", level: 1, content: [] })

/** Lower-case letters and digits, as the contract asks for. */
export const newKey = (): string => `c-${crypto.randomUUID()}`

/**
 * The clauses of what is in the editor. A clause that was pasted again has a key of its own: what was promised in one stays with the
 * first that holds its key.
 */
export const toClauses = (document: JSONContent): Clause[] => {
  const taken = new Set<string>()
  return (document.content ?? []).flatMap(({ type, attrs, content = [] }) => {
    if (type !== "clause") return []
    const [heading, ...blocks] = content
    const key = taken.has(String(attrs?.key)) ? newKey() : String(attrs?.key)
    taken.add(key)
    return [
      {
        key,
        heading: (heading?.content ?? [])
          .map(({ text = "" }) => text)
          .join("")
          .trim(),
        level: attrs?.level === 2 ? 2 : 1,
        content: blocks.map(plain).filter((block) => !isEmpty(block)) as Clause["content"],
      } satisfies Clause,
    ]
  })
}

/** Only what the contract knows: the editor's own attributes (where a list begins to count) are none of the text's. */
const plain = ({ type, text, marks, content, attrs }: JSONContent): JSONContent => ({
  ...(type === undefined ? {} : { type }),
  ...(text === undefined ? {} : { text }),
  ...(type === "term" ? { attrs: { kind: attrs?.kind } } : {}),
  ...(marks === undefined || marks.length === 0 ? {} : { marks: marks.map((mark) => ({ type: mark.type })) }),
  ...(content === undefined ? {} : { content: content.map(plain) }),
})

const isEmpty = ({ type, content = [] }: JSONContent): boolean => type === "paragraph" && content.length === 0
