import type { System } from "#core/actor"
import { nobody } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { workspaceChanged } from "#modules/workspaces"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { clockWarned } from "./events.ts"
import { calendarOf, delivered, hoursOf } from "./hours.ts"
import { type Calendar, decideCourse, warningDue } from "./rules.ts"
import { settle, wake } from "./run.ts"
import * as store from "./store.ts"
import { followCalendar, ring } from "./tasks.ts"

const ringing = workspaceJob({
  ...ring,
  run: ({ clockId }, { transact }) =>
    transact(async (tx) => {
      const row = await store.lockClock(tx, clockId)
      if (row === undefined) return
      if (warningDue(row, tx.now, hoursOf) === tx.now) return warn(tx, row)
      await settle(tx, row)
    }),
})

const warn = async (tx: Tx<System>, row: store.ClockRow): Promise<void> => {
  const { id, partnershipId, promise, subjectKind, subjectId, dueAt } = row
  const payload = { promise, subjectKind, subjectId, dueAt: dueAt ?? "" }
  await tx.record(clockWarned, { subjectId: id, partnershipId, payload })
  await wake(tx, await store.saveClock(tx, id, row, { warnedAt: tx.now }))
}

const perBatch = 100

/** A calendar counts from when it was changed: what had passed by then stays. Run twice, it changes nothing more. */
const following = workspaceJob({
  ...followCalendar,
  run: async ({ calendarId, changedAt }, { transact, signal }) => {
    let after: string | undefined = nobody
    while (after !== undefined && !signal.aborted) {
      const from: string = after
      after = await transact(async (tx) => {
        const calendar = await currentCalendar(tx, calendarId)
        const ids = await store.runningBy(tx, calendarId, from, perBatch)
        for (const id of ids) if (calendar) await follow(tx, id, calendar, changedAt)
        return ids.length === perBatch ? ids.at(-1) : undefined
      })
    }
  },
})

const currentCalendar = async (tx: Tx<System>, id: string | null): Promise<Calendar | undefined> => {
  if (id === null) return delivered(tx)
  const row = await store.findCalendar(tx, id)
  return row && calendarOf(row)
}

const follow = async (tx: Tx<System>, id: string, calendar: Calendar, changedAt: string): Promise<void> => {
  const row = await store.lockClock(tx, id)
  const last = row?.course.at(-1)
  if (!row || !last || last.from >= changedAt) return
  const clock = decideCourse(row, { calendar, memberId: last.memberId ?? null }, changedAt, hoursOf)
  if (!isRefusal(clock)) await settle(tx, await store.saveClock(tx, id, clock))
}

/** While no calendar has been made, the workspace's zone and country are the calendar. */
const workspaceMoved = workspaceJob({
  name: "clocks.workspace-moved",
  payload: eventPayload,
  on: [workspaceChanged],
  run: ({ workspaceId, recordedAt }, { transact }) =>
    transact((tx) => tx.enqueue(followCalendar, { workspaceId, calendarId: null, changedAt: recordedAt })),
})

export const jobs = [ringing, following, workspaceMoved]
