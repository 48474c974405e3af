import type { Node } from "@tiptap/pm/model"

/**
 * Where clauses need a key of their own, because they have none or share one. The clause that was there keeps it wherever a copy was put
 * (https://github.com/ueberdosis/tiptap/issues/5612), unless all that it said stands in the other by now: what was promised in it goes
 * with its words.
 */
export const withoutKey = (before: Node, doc: Node, placeOf: (at: number) => number): number[] => {
  const places = new Map<string, number[]>()
  doc.forEach((node, at) => {
    const key = node.attrs.key ?? ""
    places.set(key, [...(places.get(key) ?? []), at])
  })
  const were = new Map<string, number>()
  before.forEach((node, at) => {
    were.set(node.attrs.key, placeOf(at))
  })
  return [...places].flatMap(([key, holders]) => {
    if (key === "") return holders
    const there = holders.includes(were.get(key) ?? -1) ? were.get(key) : holders[0]
    const saying = holders.filter((at) => saysSomething(doc.nodeAt(at)))
    const holder = there !== undefined && (saying.length === 0 || saying.includes(there)) ? there : saying[0]
    return holders.filter((at) => at !== holder)
  })
}

/** Below its heading. */
const saysSomething = (clause: Node | null): boolean =>
  clause?.content.content.slice(1).some((block) => block.content.size > 0) ?? false
