import { setTimeout as pause } from "node:timers/promises"
import { sql } from "./database.ts"
import type { Transact } from "./transaction.ts"

/** How long the database may take, and how long one writing serves everybody who asks: nobody fills a disk by asking. */
const limitMs = 4_000
const keepMs = 1_000

/**
 * Whether the database takes what is written: it answers, is no standby and has room. Soon after something was written it is only
 * asked whether it is still there.
 */
export const openReadiness = (transact: Transact): (() => Promise<boolean>) => {
  let last: { answer: Promise<boolean>; until: number } | undefined
  const write = () => inTime(transact({ kind: "anonymous" }, ({ db }) => sql`select take_room()`.execute(db)))
  const read = () => inTime(transact({ kind: "anonymous" }, ({ db }) => sql`select 1`.execute(db), "read"))
  return async () => {
    if (last && performance.now() < last.until) return (await last.answer) && read()
    const mine = { answer: write(), until: Number.POSITIVE_INFINITY }
    last = mine
    void mine.answer.then(() => {
      mine.until = performance.now() + keepMs
    })
    return mine.answer
  }
}

/** Whether it was done, and in time. */
const inTime = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    pause(limitMs, false, { ref: false }),
  ])
