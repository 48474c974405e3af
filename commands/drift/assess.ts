import { openThreads, threadCount } from "#platform/threads"
import { type Assessment, assessPortfolio, type Subject } from "#rules/drift"

/** What a thread is started with, and what it is asked for at a time: partnerships of one type by their place. */
export type Portfolio = Readonly<{ subjects: readonly Subject[]; asOf: string }>
export type Some = readonly number[]

/** The number of partnerships from which threads are worth their start, and how many are asked for at a time. */
const worthThreads = 200
const atATime = 25

/** The findings about a portfolio, in its order: here for a few partnerships, on one thread per core for many. `tell` hears how many are done. */
export const assessAll = async (
  subjects: readonly Subject[],
  asOf: string,
  tell: (done: number) => void,
  threads = subjects.length > worthThreads ? threadCount() : 1,
): Promise<readonly Assessment[]> => {
  const findings: Assessment[] = []
  if (threads > 1) return inThreads({ subjects, asOf }, tell, threads)
  for (const finding of assessPortfolio(subjects, asOf)) tell(findings.push(finding))
  return findings
}

/**
 * A lane with a thread of its own stays with a type to its end, because it has worked out that type's market; then it takes up the
 * next type, and when all are taken the one with most left to do.
 */
const inThreads = async (portfolio: Portfolio, tell: (done: number) => void, threads: number) => {
  const findings = new Array<Assessment>(portfolio.subjects.length)
  const left = waiting(portfolio.subjects)
  const untouched = left.toSorted((a, b) => b.length - a.length)
  const next = () => untouched.shift() ?? left.reduce((a, b) => (b.length > a.length ? b : a), [])
  let done = 0
  const lane = async () => {
    const thread = openThreads<Portfolio, Some, readonly Assessment[]>(
      new URL("./thread.ts", import.meta.url),
      1,
      portfolio,
    )
    try {
      for (let mine = next(); mine.length > 0; mine = next())
        for (let some = mine.shift(); some !== undefined; some = mine.shift()) {
          const found = await thread.run(some)
          some.forEach((i, k) => {
            findings[i] = found[k] as Assessment
          })
          done += some.length
          tell(done)
        }
    } finally {
      await thread.close()
    }
  }
  await Promise.all(Array.from({ length: threads }, lane))
  return findings
}

/** The places of each type's partnerships, a few at a time. */
const waiting = (subjects: readonly Subject[]): readonly Some[][] =>
  [...Map.groupBy(subjects.keys(), (i) => subjects[i]?.type).values()].map((places) =>
    Array.from({ length: Math.ceil(places.length / atATime) }, (_, k) => places.slice(k * atATime, (k + 1) * atATime)),
  )
