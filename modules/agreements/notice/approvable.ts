import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import type { Approvable } from "#platform/approvable"
import { noticeIntent } from "../contract.ts"
import { todayOf } from "../noticeReckoner.ts"
import * as store from "../store.ts"
import { terminationFacts, terminationVariables } from "../terminationFacts.ts"
import { decideGiven, recordNotice } from "./record.ts"
import { noticeKind } from "./view.ts"

/** The host's own notice. It is given on the day of the last yes: who asks late for that day is told of the next one. */
export const ownNotice: Approvable = {
  kind: noticeKind,
  subjectKind: "agreement",
  variables: terminationVariables,
  read: async (tx, id) => {
    const row = await store.agreements.find(tx, id)
    if (!row) return undefined
    const { partnershipId, title, state, startsOn, endsOn, autoRenews, valueMinor, currency } = row
    return {
      ...{ partnershipId, title },
      amount: valueMinor === null ? null : { amountMinor: valueMinor, currency },
      content: { title, state, startsOn, endsOn, autoRenews, valueMinor, currency },
    }
  },
  facts: async (tx, id, intent, { currency }) => {
    const row = await store.agreements.find(tx, id)
    const partnership = row && (await findPartnership(tx, row.partnershipId))
    if (!row || !partnership) return {}
    return terminationFacts(row, partnership, noticeIntent.parse(intent), { today: tx.today, currency })
  },
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
