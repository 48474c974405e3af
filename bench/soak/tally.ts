/** What one request came to. `status` 0: no answer at all. */
export type Outcome = Readonly<{ status: number; milliseconds: number; saysWhenToRetry: boolean }>

export type Tally = Readonly<{
  add(outcome: Outcome): void
  byStatus(): Readonly<Record<string, number>>
  /** Sent away (429, 503) without a Retry-After. */
  unexplained(): number
  /** Of the answers of the 200s, in each quarter of the run. */
  p99ByQuarter(): readonly number[]
}>

/** Milliseconds are counted in steps of two per cent, so that the tally of a long run stays small. */
const step = Math.log(1.02)

export const openTally = (minutes: number): Tally => {
  const began = performance.now()
  const quarterMs = (minutes * 60_000) / 4
  const statuses = new Map<number, number>()
  const quarters = Array.from({ length: 4 }, () => new Map<number, number>())
  let unexplained = 0
  return {
    add: ({ status, milliseconds, saysWhenToRetry }) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if ((status === 429 || status === 503) && !saysWhenToRetry) unexplained++
      if (status < 200 || status > 299) return
      const quarter = quarters[Math.min(3, Math.floor((performance.now() - began) / quarterMs))]
      const bucket = Math.ceil(Math.log(Math.max(milliseconds, 0.1)) / step)
      quarter?.set(bucket, (quarter.get(bucket) ?? 0) + 1)
    },
    byStatus: () => Object.fromEntries(statuses),
    unexplained: () => unexplained,
    p99ByQuarter: () => quarters.map(p99Of),
  }
}

const p99Of = (buckets: ReadonlyMap<number, number>): number => {
  const sorted = [...buckets].sort(([left], [right]) => left - right)
  let left = 0.99 * sorted.reduce((sum, [, count]) => sum + count, 0)
  for (const [bucket, count] of sorted) {
    left -= count
    if (left <= 0) return Math.round(Math.exp(bucket * step) * 10) / 10
  }
  return 0
}
