import { promisesMissed } from "#contract/commitments"
import { type Counted, counted } from "#core/attention"
import type { Home } from "./partners.ts"

/** How many things a list has in all, of which it holds the most pressing. What was missed is counted by promise and listed by partnership. */
const countsOf = ({ key, counts }: Home["groups"][number]): readonly Counted[] =>
  key === promisesMissed.key ? [counts["partnerships"] ?? counted(0)] : Object.values(counts)

/** How many things wait beside those that were read; that many at least where the counting of one of them stopped. */
export const notShown = (groups: Home["groups"]): Counted => {
  const left = groups.map((group) => {
    const all = countsOf(group)
    const count = Math.max(0, all.reduce((sum, each) => sum + each.count, 0) - group.items.length)
    return { count, isMore: all.some(({ isMore }) => isMore) }
  })
  return { count: left.reduce((sum, { count }) => sum + count, 0), isMore: left.some(({ isMore }) => isMore) }
}
