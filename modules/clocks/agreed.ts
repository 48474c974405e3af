import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import { agreedTargets, hoursOf } from "./hours.ts"
import { decidePromised, type PromiseKind } from "./rules.ts"
import { settle } from "./run.ts"
import * as store from "./store.ts"

type Since = Readonly<{
  partnershipId: Id
  promise: PromiseKind
  /** What was submitted on that day or later. */
  from: PlainDate
  /** What ended before now is measured by it too. */
  isBackwards: boolean
}>

/**
 * An agreement promises another time from a day on, and was signed now: what still waits counts by it, as long as that makes nobody late before now.
 * What was answered, or would have been late already, keeps what was promised when it was submitted, unless the parties agreed otherwise.
 */
export const followAgreed = async (
  tx: WorkspaceTx,
  { partnershipId, promise, from, isBackwards }: Since,
): Promise<void> => {
  const targetOn = await agreedTargets(tx, partnershipId, promise)
  for (const row of await store.lockSince(tx, partnershipId, promise, from)) {
    const submittedOn = dateIn(row.course[0]?.calendar.timeZone ?? tx.actor.timeZone, row.startedAt)
    if (submittedOn < from) continue
    const clock = decidePromised(row, await targetOn(submittedOn), { now: tx.now, isBackwards }, hoursOf)
    if (clock !== undefined) await settle(tx, await store.saveClock(tx, row.id, clock))
  }
}

/** What agreements promise, kept by whoever made these promises: all rows of these ids as they are now. */
export const saveAgreedTargets = store.replaceAgreedTargets
