import type { System } from "#core/actor"
import { voidApprovals } from "#modules/approvals"
import { workspaceChanged } from "#modules/workspaces"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { askAnew } from "./approving/jobs.ts"
import { applyAgreed } from "./drafts/jobs.ts"
import { agreementExpired } from "./events.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import * as store from "./store.ts"

const perBatch = 200

const expireSome = async (tx: Tx<System>): Promise<boolean> => {
  const over = await store.lockOver(tx, tx.today, perBatch)
  for (const { id, partnershipId, title, endsOn } of over) {
    await store.agreements.save(tx, id, { state: "expired" })
    await voidApprovals(tx, "agreement", id)
    await tx.record(agreementExpired, { subjectId: id, partnershipId, payload: { title, endsOn } })
  }
  return over.length === perBatch
}

/** Agreements whose last day has passed and that do not renew themselves are over. */
const expire = everyWorkspace({
  name: "agreements.expire",
  cron: "10 * * * *",
  visit: (context) => untilDone(context, expireSome),
})

/** The notice day hangs on the country's calendar: where that says something else than what is stored, it is written anew. */
const reckonNoticeDays = async (tx: Tx<System>): Promise<void> => {
  const reckon = await noticeReckoner(tx)
  const terms = await store.noticeTerms(tx)
  await store.saveNoticeDays(
    tx,
    terms.flatMap(({ noticeOn: stored, ...term }) => {
      const noticeOn = reckon(term)
      return noticeOn === null || noticeOn === stored ? [] : [{ ...term, noticeOn }]
    }),
  )
}

/** The workspace may have moved to another country. */
const followCountry = workspaceJob({
  name: "agreements.follow-country",
  payload: eventPayload,
  on: [workspaceChanged],
  run: async (_payload, { transact }) => transact(reckonNoticeDays),
})

/** A new version of Keelson may know other holidays, and may have brought the column itself. */
const followCalendar = everyWorkspace({
  name: "agreements.follow-calendar",
  cron: "40 3 * * *",
  atStart: true,
  visit: async ({ transact }) => transact(reckonNoticeDays),
})

export const jobs = [askAnew, applyAgreed, expire, followCountry, followCalendar]
