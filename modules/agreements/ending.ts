import { findPartnership } from "#modules/partnerships"
import type { Approvable } from "#platform/approvable"
import { endingIntent } from "./contract.ts"
import * as store from "./store.ts"
import { terminationFacts, terminationVariables } from "./terminationFacts.ts"

/**
 * What an agreement is to those who approve its end, early or by notice. What is approved is the end of these terms: when they change, it
 * is another decision.
 */
export const ending = {
  subjectKind: "agreement",
  variables: terminationVariables,
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
  facts: async (tx, id, intent, { currency }) => {
    const row = await store.agreements.find(tx, id)
    const partnership = row && (await findPartnership(tx, row.partnershipId))
    if (!row || !partnership) return {}
    return terminationFacts(row, partnership, endingIntent.parse(intent), { today: tx.today, currency })
  },
} satisfies Omit<Approvable, "kind" | "carryOut">
