import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { ClockView } from "./contract.ts"
import type { PromiseKind } from "./rules.ts"
import * as store from "./store.ts"
import { clockFor, holderNames } from "./view.ts"

/** The clock by its own id, with what it is about. */
export const findClockOf = store.findClock

/** The same, held until the transaction ends: nobody else follows it meanwhile. */
export const lockClockById = store.lockClock

/** How promised times ended, by the ids of their clocks. */
export const clockEnds = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  new Map(
    (await store.clocksById(tx, ids)).map(({ id, subjectKind, subjectId, dueAt, stoppedAt }) => [
      id,
      { subjectKind, subjectId, dueAt, stoppedAt },
    ]),
  )

/** The standing clocks of many things of a kind, by their ids. */
export const clockViews = async (
  tx: WorkspaceTx,
  subjectKind: string,
  subjectIds: readonly Id[],
  promise: PromiseKind,
): Promise<ReadonlyMap<Id, ClockView>> => {
  const rows = await store.clocksOf(tx, subjectKind, subjectIds, promise)
  const nameOf = await holderNames(tx, rows)
  return new Map(rows.map((row) => [row.subjectId, clockFor(tx.actor, row, tx.now, nameOf)]))
}
