import type { Node } from "@tiptap/pm/model"

/** The number of the clause that begins there: "2", or "2.1" of one below it. */
export const numberAt = (doc: Node, at: number): string => {
  let [outer, inner, found] = [0, 0, ""]
  doc.forEach((node, offset) => {
    const isInner = node.attrs.level === 2 && outer > 0
    if (isInner) inner += 1
    else [outer, inner] = [outer + 1, 0]
    if (offset === at) found = isInner ? `${outer}.${inner}` : String(outer)
  })
  return found
}
