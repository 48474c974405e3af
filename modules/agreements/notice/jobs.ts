import { voidApprovals } from "#modules/approvals"
import { eventPayload, workspaceJob } from "#platform/jobs"
import { noticeGiven } from "../events.ts"
import * as store from "../store.ts"
import { heedNotice } from "./heed.ts"

/** A company's notice ends the agreement that only the host's people may change. */
export const followNotice = workspaceJob({
  name: "agreements.follow-notice",
  payload: eventPayload,
  on: [noticeGiven],
  run: async ({ subjectId }, { transact }) =>
    transact(async (tx) => {
      const agreement = await store.agreements.lock(tx, subjectId)
      const notice = agreement && (await store.standingNotice(tx, agreement.id))
      if (!agreement || !notice || notice.heededAt !== null) return
      await heedNotice(tx, agreement, notice)
      await voidApprovals(tx, "agreement", agreement.id)
    }),
})
