import { setTimeout as pause } from "node:timers/promises"
import { sql } from "./database.ts"
import { isDiskFull } from "./disk-full.ts"
import type { Transact } from "./transaction.ts"

/** How long the database may take, and how long one writing serves everybody who asks: nobody fills a disk by asking. */
const limitMs = 4_000
const keepMs = 1_000

/** What keeps a database from taking what is written: nothing, no room, or that it does not answer or is no place to write to. */
export type Readiness = "ready" | "full" | "away"

/**
 * Whether the database takes what is written: it answers, is no standby and has room. Soon after something was written it is only
 * asked whether it is still there.
 */
export const openReadiness = (transact: Transact): (() => Promise<Readiness>) => {
  let last: { answer: Promise<Readiness>; until: number } | undefined
  const write = () => inTime(transact({ kind: "anonymous" }, ({ db }) => sql`select take_room()`.execute(db)))
  const read = () => inTime(transact({ kind: "anonymous" }, ({ db }) => sql`select 1`.execute(db), "read"))
  return async () => {
    if (last && performance.now() < last.until) {
      const written = await last.answer
      return written === "ready" ? read() : written
    }
    const mine = { answer: write(), until: Number.POSITIVE_INFINITY }
    last = mine
    void mine.answer.then(() => {
      mine.until = performance.now() + keepMs
    })
    return mine.answer
  }
}

const inTime = (work: Promise<unknown>): Promise<Readiness> =>
  Promise.race([
    work.then(
      () => "ready" as const,
      (fault: unknown) => (isDiskFull(fault) ? ("full" as const) : ("away" as const)),
    ),
    pause(limitMs, "away" as const, { ref: false }),
  ])
