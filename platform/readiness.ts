import { setTimeout as pause } from "node:timers/promises"
import { sql } from "./database.ts"
import type { Transact } from "./transaction.ts"

/** How long the database may take to write something, and how long an answer serves everybody who asks. */
const limitMs = 4_000
const keepMs = 1_000

/**
 * Whether the database takes what is written: it answers, is no standby and has room. Whoever asks often, or while an answer is
 * still waited for, is told the same.
 */
export const openReadiness = (transact: Transact): (() => Promise<boolean>) => {
  let last: { answer: Promise<boolean>; until: number } | undefined
  const ask = (): Promise<boolean> => {
    const write = transact({ kind: "anonymous" }, ({ db }) => sql`select take_room()`.execute(db))
    const written = write.then(
      () => true,
      () => false,
    )
    return Promise.race([written, pause(limitMs, false, { ref: false })])
  }
  return () => {
    if (last && performance.now() < last.until) return last.answer
    const mine = { answer: ask(), until: Number.POSITIVE_INFINITY }
    last = mine
    void mine.answer.then(() => {
      mine.until = performance.now() + keepMs
    })
    return mine.answer
  }
}
