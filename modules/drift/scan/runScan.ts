import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { nobody } from "#core/ids"
import { addDays } from "#core/time"
import type { Platform } from "#platform/platform"
import { openThreads, threadCount } from "#platform/threads"
import type { Packed, Question } from "../judge.ts"
import { judge } from "../judge.ts"
import type { Assessment } from "../rules.ts"
import {
  addDone,
  type Candidate,
  countPartnerships,
  findScan,
  finishScan,
  lastFullScan,
  markMovedByTime,
  partnershipsAfter,
  staleAfter,
  startScan,
} from "../store.ts"
import { marketToday, scanBatch } from "./batch.ts"

/** Most partnerships per transaction, the least number of batches a scan is cut into, and the number from which threads are worth their start. */
const largestBatch = 250
const leastBatches = 8
const worthThreads = 300

/**
 * Runs one scan to its end: all partnerships, or only those whose facts changed. Each batch is one transaction, several are under way at once, and
 * progress can be read meanwhile. Run again after a crash it starts anew and changes nothing that was done.
 */
export const runScan = async (platform: Platform, system: System, scanId: Id, signal?: AbortSignal): Promise<void> => {
  const { transact } = platform
  const scan = await transact(system, (tx) => findScan(tx, scanId))
  if (scan === undefined || scan.state === "finished") return
  const { asOf, isFull } = scan
  const { total, market } = await transact(system, async (tx) => {
    const last = await lastFullScan(tx)
    if (isFull && last !== undefined) await markMovedByTime(tx, addDays(last, -14))
    const total = await countPartnerships(tx, isFull)
    await startScan(tx, scanId, total)
    return { total, market: total > 0 ? await marketToday(tx, asOf) : [] }
  })
  const judging = openJudging({ asOf, market }, total)
  const batchSize = Math.max(1, Math.min(largestBatch, Math.ceil(total / leastBatches)))
  try {
    const nextBatch = batches((after) =>
      transact(system, (tx) => (isFull ? partnershipsAfter : staleAfter)(tx, after, batchSize)),
    )
    const lane = async () => {
      for (let batch = await nextBatch(); batch.length > 0 && !signal?.aborted; batch = await nextBatch()) {
        const current = batch
        await transact(system, (tx) => scanBatch(tx, current, asOf, judging.judgeAll))
        await transact(system, (tx) => addDone(tx, scanId, current.length))
      }
    }
    await Promise.all(Array.from({ length: judging.lanes }, lane))
    if (signal?.aborted) throw new Error("stopped; the scan goes on after the restart")
    await transact(system, (tx) => finishScan(tx, scanId, "finished"))
  } catch (fault) {
    if (!signal?.aborted) await transact(system, (tx) => finishScan(tx, scanId, "failed"))
    throw fault
  } finally {
    await judging.close()
  }
}

/** Hands out batches in id order, one caller at a time. */
const batches = (read: (after: Id) => Promise<readonly Candidate[]>) => {
  let after = nobody
  let turn: Promise<readonly Candidate[]> = Promise.resolve([])
  return (): Promise<readonly Candidate[]> => {
    turn = turn.then(async () => {
      const batch = await read(after)
      after = batch.at(-1)?.id ?? after
      return batch
    })
    return turn
  }
}

/** Judges here for a few partnerships, in threads for many: one per core, and one batch more under way to keep them busy. */
const openJudging = (question: Question, total: number) => {
  if (total < worthThreads) {
    const judgeAll = async (batch: readonly Packed[]) => batch.map((packed) => judge(packed, question))
    return { judgeAll, lanes: 1, close: async () => {} }
  }
  const count = threadCount()
  const file = new URL("../thread.ts", import.meta.url)
  const threads = openThreads<Question, readonly Packed[], readonly Assessment[]>(file, count, question)
  return { judgeAll: threads.run, lanes: Math.min(count + 1, 4), close: threads.close }
}
