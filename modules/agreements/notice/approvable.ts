import { isRefusal } from "#core/refusal"
import type { Approvable } from "#platform/approvable"
import { noticeIntent } from "../contract.ts"
import { ending } from "../ending.ts"
import { todayOf } from "../noticeReckoner.ts"
import * as store from "../store.ts"
import { decideGiven, recordNotice } from "./record.ts"
import { noticeKind } from "./view.ts"

/** The host's own notice. It is given on the day of the last yes: who asks late for that day is told of the next one. */
export const ownNotice: Approvable = {
  ...ending,
  kind: noticeKind,
  carryOut: async (tx, id, intent) => {
    const agreement = await store.agreements.lock(tx, id)
    if (!agreement) return { refusal: "not-found" }
    const { endsOn, reason, givenOn, receivedOn, isElsewhere } = noticeIntent.parse(intent)
    const today = todayOf(tx, agreement)
    // What was given elsewhere keeps its days; what was to be given here is given now.
    const days = isElsewhere ? { givenOn, receivedOn } : { givenOn: today, receivedOn: today }
    const decided = await decideGiven(tx, agreement, days, endsOn)
    if (isRefusal(decided)) return decided
    return recordNotice(tx, agreement, { ...decided, partyId: tx.actor.workspaceId, days, reason })
  },
}
