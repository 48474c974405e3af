import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { nobody } from "#core/ids"
import { addDays } from "#core/time"
import type { Platform } from "#platform/platform"
import type { Packed } from "../rules.ts"
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
import { marketSamples, scanBatch } from "./batch.ts"
import { detectionSettingsThen } from "./detectionSettings.ts"
import { openJudging } from "./judging.ts"

/** Most partnerships per transaction, and the least number of batches a scan is cut into. */
const largestBatch = 250
const leastBatches = 8

/**
 * Runs one scan to its end: all partnerships, or only those whose facts changed. Each batch is one transaction, several are under way at once, and
 * progress can be read meanwhile. Run again after a crash it starts anew and changes nothing that was done.
 */
export const runScan = async (platform: Platform, system: System, scanId: Id, signal?: AbortSignal): Promise<void> => {
  const { transact, contributed } = platform
  const scan = await transact(system, (tx) => findScan(tx, scanId))
  if (scan === undefined || scan.state === "finished") return
  const { asOf, isFull } = scan
  const total = await transact(system, async (tx) => {
    const last = await lastFullScan(tx)
    if (isFull && last !== undefined) await markMovedByTime(tx, addDays(last, -14))
    const total = await countPartnerships(tx, isFull)
    await startScan(tx, scanId, total)
    return total
  })
  const judging = openJudging(total)
  const batchSize = Math.max(1, Math.min(largestBatch, Math.ceil(total / leastBatches)))
  try {
    const samples = await transact(system, (tx) => marketSamples(tx, contributed, { asOf, isFull }))
    const settings = await transact(system, (tx) => detectionSettingsThen(tx, tx.now))
    const question = { asOf, market: await judging.marketOf(samples, asOf), ...settings }
    const judgeAll = (packed: readonly Packed[]) => judging.judgeAll(packed, question)
    const nextBatch = batches((after) =>
      transact(system, (tx) => (isFull ? partnershipsAfter : staleAfter)(tx, after, batchSize)),
    )
    const lane = async () => {
      for (let batch = await nextBatch(); batch.length > 0 && !signal?.aborted; batch = await nextBatch()) {
        const current = batch
        await transact(system, (tx) => scanBatch(tx, contributed, current, asOf, judgeAll))
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
