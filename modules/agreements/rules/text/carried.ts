import { type Step, staying } from "./steps.ts"
import { isCounted, type Token } from "./tokens.ts"

/** A clause while it is compared: its steps, and the clause that it was cut from or became a part of. */
export type Compared = { key: string; steps: readonly Step[]; splitFrom: string | null; mergedInto: string | null }
type Way = "split" | "merge"

/** So much of a clause has to stand in what another lost for it to be a part of that. */
const enough = 0.7
const fewestWords = 3

/**
 * Clauses that were cut from another, and those that another took in: the words of a new clause that stand in what a clause lost
 * did not come, they were carried; nor did those of a deleted clause go that stand in what another gained. In place: steps
 * that were inserted or deleted are marked as carried. O(s·c) passes over the words of s new and c changed clauses at worst; sizes are compared first.
 */
export const markCarried = (compared: readonly Compared[]): void => {
  carry(compared, "split")
  carry(compared, "merge")
}

const carry = (all: readonly Compared[], way: Way): void => {
  // In an order that is the same on the way back.
  const compared = all.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const [own, far] = way === "split" ? (["after", "before"] as const) : (["before", "after"] as const)
  const isWhole = ({ steps }: Compared) => steps.length > 0 && steps.every((step) => step[far] === null)
  const isOther = ({ steps }: Compared) => steps.some((step) => step.before !== null && step.after !== null)
  const losers = compared.filter((each) => isOther(each) && freeOf(each, far).length > 0)
  for (const part of compared.filter(isWhole)) {
    const words = freeOf(part, own)
    const size = words.filter(isCounted).length
    if (size < fewestWords) continue
    const found = losers
      .map((loser) => ({ loser, share: share(words, freeOf(loser, far), size) }))
      .reduce<{ loser: Compared; share: number } | undefined>(
        (best, each) => (each.share >= enough && each.share > (best?.share ?? 0) ? each : best),
        undefined,
      )
    if (found !== undefined && join(part, found.loser, way, size)) {
      if (way === "split") part.splitFrom = found.loser.key
      else part.mergedInto = found.loser.key
    }
  }
}

type Side = "before" | "after"

/** Went, or came, and was not found elsewhere. */
const isFree = (step: Step, side: Side): boolean =>
  step[side] !== null && step[side === "before" ? "after" : "before"] === null && step.carried === undefined

const freeOf = ({ steps }: Compared, side: Side): Token[] =>
  steps.flatMap((step) => (isFree(step, side) ? (step[side] ?? []) : []))

const share = (words: readonly Token[], lost: readonly Token[], size: number): number => {
  const left = new Map<string, number>()
  for (const token of lost) if (isCounted(token)) left.set(token.same, (left.get(token.same) ?? 0) + 1)
  let found = 0
  for (const token of words) {
    const times = left.get(token.same) ?? 0
    if (!isCounted(token) || times === 0) continue
    left.set(token.same, times - 1)
    found += 1
  }
  return found / size
}

/** Marks on both sides what is the same in both, if in its order it is still enough. */
const join = (part: Compared, loser: Compared, way: Way, size: number): boolean => {
  const [own, far] = way === "split" ? (["after", "before"] as const) : (["before", "after"] as const)
  const [lost, words] = [freeOf(loser, far), freeOf(part, own)]
  const both = staying(lost, words)
  if (both.filter(([, at]) => isCounted(words[at] as Token)).length < enough * size) return false
  loser.steps = marked(loser, far, new Set(both.map(([at]) => at)), part.key)
  part.steps = marked(part, own, new Set(both.map(([, at]) => at)), loser.key)
  return true
}

const marked = ({ steps }: Compared, side: Side, places: ReadonlySet<number>, carried: string): Step[] => {
  let at = -1
  return steps.map((step) => {
    if (isFree(step, side)) at += 1
    return isFree(step, side) && places.has(at) ? { ...step, carried } : step
  })
}
