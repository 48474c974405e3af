import { promisesMissed } from "#contract/commitments"
import type { Home } from "./partners.ts"

/** How many things a list has in all, of which it holds the most pressing. What was missed is counted by promise and listed by partnership. */
const totalOf = ({ key, counts }: Home["groups"][number]): number =>
  key === promisesMissed.key
    ? (counts["partnerships"]?.count ?? 0)
    : Object.values(counts).reduce((sum, { count }) => sum + count, 0)

/** How many things wait beside those that were read. */
export const notShown = (groups: Home["groups"]): number =>
  groups.reduce((sum, group) => sum + Math.max(0, totalOf(group) - group.items.length), 0)
