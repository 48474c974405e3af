import type { Side } from "#core/actor"
import { counted } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import type { Whose } from "#platform/attention"
import { attentionList } from "#platform/attention"
import type { WorkspaceTx } from "#platform/tx"
import { promisesOurs, promisesTheirs, type WaitingPromise } from "./contract.ts"
import { awaitsConfirmation, isOverdue } from "./rules.ts"
import * as store from "./store.ts"
import { abilitiesOf, proposalsOf } from "./view.ts"

const waiting = async (tx: WorkspaceTx, whose: Whose, side: Side, limit: number) => {
  const [rows, counts] = await Promise.all([
    store.waitingPromises(tx, whose, side, limit),
    store.countWaiting(tx, whose, side),
  ])
  // What the host owes has no other name.
  const named = side === "host" ? [] : rows.map(({ partnershipId }) => partnershipId)
  const nameOf = await companyNames(tx, named)
  const proposalOf = await proposalsOf(tx, rows)
  const items = rows.map(
    (row): WaitingPromise => ({
      ...row,
      proposal: proposalOf(row),
      partyName: nameOf(row.partnershipId, row.partyId),
      isOverdue: isOverdue(row, tx.today),
      awaitsConfirmation: awaitsConfirmation(row),
      abilities: abilitiesOf(tx, row),
    }),
  )
  return { items, counts: { overdue: counted(counts.overdue), due: counted(counts.due), older: counted(counts.older) } }
}

/** Promises that wait for an act: the host's, and the partners'. */
export const attention = [
  attentionList(promisesOurs, (tx, whose) => waiting(tx, whose, "host", 50), { isForPartners: true }),
  attentionList(promisesTheirs, (tx, whose) => waiting(tx, whose, "partner", tx.actor.side === "partner" ? 50 : 25), {
    isForPartners: true,
  }),
]
