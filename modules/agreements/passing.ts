import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays, startOfDayIn } from "#core/time"
import { lastWorkday } from "#core/workdays"
import { voidApprovals } from "#modules/approvals"
import { moveCommitmentsEnd } from "#modules/commitments"
import { findWorkspace, workspaceChanged } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Row } from "#platform/table"
import type { Tx } from "#platform/tx"
import { agreementExpired, agreementRenewed } from "./events.ts"
import { noticeReckoner, todayOf } from "./noticeReckoner.ts"
import { type Renewal, renewalDue } from "./rules.ts"
import * as store from "./store.ts"

type Agreement = Row<typeof store.agreements>

const perBatch = 200
/** Comes before every id. */
const firstId: Id = "00000000-0000-0000-0000-000000000000"

/** It is over: by itself, or by the notice that was given. */
const end = async (tx: Tx<System>, agreement: Agreement): Promise<void> => {
  const { id, partnershipId, title, endsOn } = agreement
  if (endsOn === null || endsOn >= todayOf(tx, agreement)) return
  const isByNotice = (await store.standingNotice(tx, id)) !== undefined
  await store.agreements.save(tx, id, { state: isByNotice ? "terminated" : "expired" })
  await voidApprovals(tx, "agreement", id)
  await tx.record(agreementExpired, { subjectId: id, partnershipId, payload: { title, endsOn } })
}

/** Every renewal that has come since somebody looked, each recorded as of the day from which it was certain. */
const renew = async (tx: Tx<System>, before: Agreement, reckon: Reckon): Promise<void> => {
  const renewals: Renewal[] = []
  let now = { ...before, isNoticeStanding: false }
  for (let next = renewalDue(now, todayOf(tx, before)); next; next = renewalDue(now, todayOf(tx, before))) {
    renewals.push(next)
    now = { ...now, endsOn: next.endsOn, firstEndsOn: next.firstEndsOn, renewed: next.renewed }
  }
  if (renewals.length === 0) return
  const { endsOn, firstEndsOn, renewed } = now
  const after = await store.agreements.save(tx, before.id, { endsOn, firstEndsOn, renewed, ...reckon(now) })
  await moveCommitmentsEnd(tx, after.id, before.endsOn, after.endsOn)
  await voidApprovals(tx, "agreement", after.id)
  for (const { certainOn, startsOn, endsOn: until } of renewals)
    await tx.record(agreementRenewed, {
      ...{ subjectId: after.id, partnershipId: after.partnershipId },
      occurredAt: startOfDayIn(after.timeZone ?? tx.actor.timeZone, certainOn),
      payload: { title: after.title, before: addDays(startsOn, -1), startsOn, endsOn: until },
    })
}

/** The exit that was next has passed without notice: the days of the one after it. */
const recur = async (tx: Tx<System>, agreement: Agreement, reckon: Reckon): Promise<void> => {
  const { lastNoticeOn } = agreement
  if (lastNoticeOn !== null && lastNoticeOn < todayOf(tx, agreement))
    await store.saveDaysOf(tx, agreement.id, reckon(agreement))
}

type Reckon = Awaited<ReturnType<typeof noticeReckoner>>
type Pass = (tx: Tx<System>, agreement: Agreement, reckon: Reckon) => Promise<void>

/** Of every agreement that is found, batch by batch in the order of their ids; true while there may be more. */
const eachOf = (lock: (tx: Tx<System>, batch: store.Batch) => Promise<readonly Id[]>, pass: Pass) => {
  let after: Id = firstId
  return async (tx: Tx<System>): Promise<boolean> => {
    const ids = await lock(tx, { after, limit: perBatch })
    const reckon = ids.length > 0 ? await noticeReckoner(tx) : undefined
    const found = await store.agreementsNamed(tx, ids)
    for (const agreement of found) if (reckon) await pass(tx, agreement, reckon)
    after = ids.at(-1) ?? after
    return ids.length === perBatch
  }
}

/**
 * Days of agreements that have passed, looked at every hour because midnight comes to each at its own time: what was due and is not done,
 * however long nobody looked. Renewals come first, so that nothing ends that goes on.
 */
export const turnDay = everyWorkspace({
  name: "agreements.turn-day",
  cron: "10 * * * *",
  atStart: true,
  visit: async (context) => {
    await untilDone(context, eachOf(store.lockRenewing, renew))
    await untilDone(context, eachOf(store.lockEnding, end))
    await untilDone(context, eachOf(store.lockRecurring, recur))
  },
})

/** The workday by which to act hangs on the country's calendar: where that says something else than what is stored, it is written anew. */
const reckonWorkdays = async (tx: Tx<System>): Promise<void> => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const stored = await store.noticeDaysStored(tx)
  await store.saveNoticeDays(
    tx,
    stored.flatMap(({ lastNoticeOn, noticeOn }) => {
      const day = lastWorkday(lastNoticeOn, isWorkday)
      return day === noticeOn ? [] : [{ lastNoticeOn, noticeOn: day }]
    }),
  )
}

/** The workspace may have moved to another country. */
export const followCountry = workspaceJob({
  name: "agreements.follow-country",
  payload: eventPayload,
  on: [workspaceChanged],
  run: async (_payload, { transact }) => transact(reckonWorkdays),
})

/** A new version of Keelson may know other holidays, and may have brought the columns themselves. */
export const followCalendar = everyWorkspace({
  name: "agreements.follow-calendar",
  cron: "40 3 * * *",
  atStart: true,
  visit: async (context) => {
    await untilDone(context, async (tx) => (await store.fillLastNotice(tx, perBatch)) === perBatch)
    await context.transact(reckonWorkdays)
  },
})
