import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { startOfDayIn } from "#core/time"
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
import { renewalDue } from "./rules.ts"
import * as store from "./store.ts"

type Agreement = Row<typeof store.agreements>

const perBatch = 200

/** It is over: by itself, or by the notice that was given. */
const end = async (tx: Tx<System>, { id, partnershipId, title, endsOn }: Agreement): Promise<void> => {
  const isByNotice = (await store.standingNotice(tx, id)) !== undefined
  await store.agreements.save(tx, id, { state: isByNotice ? "terminated" : "expired" })
  await voidApprovals(tx, "agreement", id)
  await tx.record(agreementExpired, { subjectId: id, partnershipId, payload: { title, endsOn } })
}

/** Every renewal that has come since somebody looked, each recorded as of the day from which it was certain. */
const renew = async (tx: Tx<System>, before: Agreement): Promise<void> => {
  const reckon = await noticeReckoner(tx)
  let agreement = before
  for (;;) {
    const renewal = renewalDue({ ...agreement, isNoticeStanding: false }, todayOf(tx, agreement))
    if (!renewal || agreement.endsOn === null) return
    const { certainOn, startsOn, ...term } = renewal
    const last = agreement.endsOn
    agreement = await store.agreements.save(tx, agreement.id, { ...term, ...reckon({ ...agreement, ...term }) })
    await moveCommitmentsEnd(tx, agreement.id, last, term.endsOn)
    await tx.record(agreementRenewed, {
      ...{ subjectId: agreement.id, partnershipId: agreement.partnershipId },
      occurredAt: startOfDayIn(agreement.timeZone ?? tx.actor.timeZone, certainOn),
      payload: { title: agreement.title, before: last, startsOn, endsOn: term.endsOn },
    })
  }
}

/** The exit that was next has passed without notice: the days of the one after it. */
const reckonAnew = async (tx: Tx<System>, agreement: Agreement): Promise<void> => {
  await store.agreements.save(tx, agreement.id, (await noticeReckoner(tx))(agreement))
}

/** Of a batch of locked agreements each; true while there may be more. */
const eachOf =
  (
    lock: (tx: Tx<System>, limit: number) => Promise<readonly Id[]>,
    pass: (tx: Tx<System>, agreement: Agreement) => Promise<void>,
  ) =>
  async (tx: Tx<System>): Promise<boolean> => {
    const ids = await lock(tx, perBatch)
    for (const id of ids) {
      const agreement = await store.agreements.find(tx, id)
      if (agreement) await pass(tx, agreement)
    }
    return ids.length === perBatch
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
    await untilDone(context, eachOf(store.lockOver, end))
    await untilDone(context, eachOf(store.lockPassed, reckonAnew))
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
    await untilDone(context, eachOf(store.lockUnreckoned, reckonAnew))
    await context.transact(reckonWorkdays)
  },
})
