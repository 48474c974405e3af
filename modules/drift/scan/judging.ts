import { openThreads, runHere, threadCount } from "#platform/threads"
import type { Assessment } from "../rules.ts"
import { type Answer, answer, type Packed, type Question, type Shock, type Task } from "../rules.ts"

/** Where the arithmetic of one scan is done. `lanes`: batches worth having under way at once. */
export type Judging = Readonly<{
  lanes: number
  marketOf(samples: readonly (readonly Packed[])[], asOf: string): Promise<readonly Shock[]>
  judgeAll(batch: readonly Packed[], question: Question): Promise<readonly Assessment[]>
  close(): Promise<void>
}>

/** The number of partnerships from which threads are worth their start. */
const worthThreads = 300

/** Judges here for a few partnerships, in threads for many: one per core, and one batch more under way to keep them busy. */
export const openJudging = (total: number): Judging => {
  if (total < worthThreads) return judgingWith(runHere(answer), 1, async () => {})
  const count = threadCount()
  const threads = openThreads<null, Task, Answer>(new URL("../thread.ts", import.meta.url), count, null)
  return judgingWith(threads.run, Math.min(count + 1, 4), threads.close)
}

const judgingWith = (run: (task: Task) => Promise<Answer>, lanes: number, close: () => Promise<void>): Judging => ({
  lanes,
  marketOf: async (samples, asOf) =>
    (await Promise.all(samples.map((sample) => run({ sample, asOf })))).flatMap(({ shocks }) => shocks),
  judgeAll: async (batch, question) => (await run({ batch, question })).findings,
  close,
})
