import type { Cause } from "./finding.ts"

/** Cases of one fate. */
type Fate = Readonly<{ isSameType: boolean; state: string; confirmedCause: Cause | null; count: number }>

/** What people made of cases in which the machine named the same cause. */
export type LikeCases = Readonly<{
  /** Among partnerships of the same type, or of any type where the same one has too few. */
  among: "type" | "any"
  total: number
  /** Causes that people confirmed, the most frequent first. */
  confirmed: readonly Readonly<{ cause: Cause; count: number }>[]
  /** False alarms, as people said. */
  dismissed: number
  /** Nobody has said anything. */
  undecided: number
}>

/** Cases of the same type needed before other types are left aside. */
const enough = 3

/** Sums up the fates of like cases; a false alarm is counted as one, whatever was said of its cause. */
export const summariseLike = (fates: readonly Fate[]): LikeCases => {
  const same = fates.filter(({ isSameType }) => isSameType)
  const among = totalOf(same) >= enough ? "type" : "any"
  const counted = among === "type" ? same : fates
  const real = counted.filter(({ state }) => state !== "dismissed")
  const byCause = Map.groupBy(real, ({ confirmedCause }) => confirmedCause)
  const confirmed = [...byCause]
    .flatMap(([cause, told]) => (cause === null ? [] : [{ cause, count: totalOf(told) }]))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1))
  return {
    among,
    total: totalOf(counted),
    confirmed,
    dismissed: totalOf(counted) - totalOf(real),
    undecided: totalOf(byCause.get(null) ?? []),
  }
}

const totalOf = (fates: readonly Fate[]): number => fates.reduce((sum, { count }) => sum + count, 0)
