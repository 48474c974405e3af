import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import type { Approvable } from "#platform/approvable"
import { textSigned } from "./approving.ts"
import { terminationIntent } from "./contract.ts"
import { ownNotice } from "./notice/approvable.ts"
import { decideTermination } from "./rules.ts"
import * as store from "./store.ts"
import { terminate } from "./terminate.ts"
import { terminationFacts, terminationVariables } from "./terminationFacts.ts"

/** Ending an agreement before its time. What is approved is the end of these terms: when they change, it is another decision. */
export const termination: Approvable = {
  kind: "agreement.termination",
  subjectKind: "agreement",
  read: async (tx, id) => {
    const row = await store.agreements.find(tx, id)
    if (!row) return undefined
    const { partnershipId, title, state, startsOn, endsOn, autoRenews, noticeDays, valueMinor, currency } = row
    return {
      ...{ partnershipId, title },
      amount: valueMinor === null ? null : { amountMinor: valueMinor, currency },
      content: { title, state, startsOn, endsOn, autoRenews, noticeDays, valueMinor, currency },
    }
  },
  variables: terminationVariables,
  facts: async (tx, id, intent, { currency }) => {
    const row = await store.agreements.find(tx, id)
    const partnership = row && (await findPartnership(tx, row.partnershipId))
    if (!row || !partnership) return {}
    return terminationFacts(row, partnership, terminationIntent.parse(intent), { today: tx.today, currency })
  },
  carryOut: async (tx, id, intent) => {
    const row = await store.agreements.lock(tx, id)
    if (!row) return { refusal: "not-found" }
    const { endsOn, reason } = terminationIntent.parse(intent)
    const allowed = decideTermination(row, endsOn)
    if (isRefusal(allowed)) return allowed
    await terminate(tx, row, { endsOn, reason })
    return true
  },
}

export const approvables = [termination, ownNotice, textSigned]
