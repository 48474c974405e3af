import { type Refusal, refuse } from "#core/refusal"
import type { Clause } from "./clause.ts"
import { linesOf } from "./lines.ts"
import { isCounted, tokensOf } from "./tokens.ts"

/** Each clause of a text has a key of its own: what was promised in a clause is known by it. */
export const decideKeys = (clauses: readonly Clause[]): true | Refusal<"clause-key-doubled"> => {
  const keys = clauses.map(({ key }) => key)
  const doubled = [...new Set(keys.filter((key, at) => key === "" || keys.indexOf(key) !== at))]
  return doubled.length === 0 || refuse("clause-key-doubled", { clauses: doubled })
}

/** The keys of clauses that are gone: what was promised in them ends. In the order they stood in. */
export const droppedKeys = (before: readonly Clause[], after: readonly Clause[]): string[] => {
  const left = new Set(after.map(({ key }) => key))
  return before.flatMap(({ key }) => (left.has(key) ? [] : [key]))
}

/** Clauses that hold one key; halves of one that was cut in two, rather than copies: then a person says which half keeps it. */
export type SharedKey = Readonly<{ key: string; holders: readonly number[]; isCut: boolean }>

/** Keys that more than one clause holds, after something was pasted or a clause was cut. */
export const sharedKeys = (before: readonly Clause[], after: readonly Clause[]): SharedKey[] => {
  const keys = [...new Set(after.map(({ key }) => key))]
  return keys.flatMap((key) => {
    const holders = after.flatMap((clause, at) => (clause.key === key ? [at] : []))
    if (key === "" || holders.length < 2) return []
    const old = bagOf(before.find((clause) => clause.key === key))
    const parts = holders.map((at) => bagOf(after[at])).filter(({ size }) => size > 0)
    // Halves have together what there was, and neither has most of it.
    const isCut = parts.length > 1 && parts.every((part) => inCommon(part, old) < 0.9 * old.size)
    return [{ key, holders, isCut }]
  })
}

/**
 * One clause keeps each key: of those that hold it the one whose words are most like what stood under it, the first of several
 * that are. The rest have new ones, and so have clauses without: an empty clause above (Enter at the start), a pasted copy
 * (ueberdosis/tiptap #5612, #7330). `chosen` says by hand which of several keeps a key.
 */
export const giveKeys = (
  before: readonly Clause[],
  after: readonly Clause[],
  newKey: () => string,
  chosen: ReadonlyMap<string, number> = new Map(),
): Clause[] => {
  const keeps = new Map(
    sharedKeys(before, after).map(({ key, holders }): [string, number] => {
      const old = bagOf(before.find((clause) => clause.key === key))
      const [first = 0, ...others] = holders
      const likest = others.reduce(
        (best, at) => (likeness(bagOf(after[at]), old) > likeness(bagOf(after[best]), old) ? at : best),
        first,
      )
      const byHand = chosen.get(key) ?? likest
      return [key, holders.includes(byHand) ? byHand : likest]
    }),
  )
  return after.map((clause, at) =>
    clause.key === "" || (keeps.get(clause.key) ?? at) !== at ? { ...clause, key: newKey() } : clause,
  )
}

type Bag = Readonly<{ words: ReadonlyMap<string, number>; size: number }>

const bagOf = (clause: Clause | undefined): Bag => {
  const heading = { frame: [], content: [{ type: "text" as const, text: clause?.heading ?? "" }] }
  const words = new Map<string, number>()
  let size = 0
  for (const { content } of [heading, ...linesOf(clause?.content ?? [])])
    for (const { same } of tokensOf(content, {}).filter(isCounted)) {
      words.set(same, (words.get(same) ?? 0) + 1)
      size += 1
    }
  return { words, size }
}

const inCommon = (one: Bag, other: Bag): number =>
  [...one.words].reduce((sum, [word, times]) => sum + Math.min(times, other.words.get(word) ?? 0), 0)

/** Dice's coefficient: twice what both have, of what they have together. */
const likeness = (one: Bag, other: Bag): number => (2 * inCommon(one, other)) / Math.max(1, one.size + other.size)
