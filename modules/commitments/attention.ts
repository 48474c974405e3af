import type { Side } from "#core/actor"
import { counted } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import { type Asked, attentionList } from "#platform/attention"
import type { WorkspaceTx } from "#platform/tx"
import { promisesMissed, promisesOurs, promisesTheirs, type WaitingPromise } from "./contract.ts"
import { maySettleMany } from "./policy.ts"
import { awaitsConfirmation, isOverdue } from "./rules.ts"
import * as store from "./store.ts"
import { abilitiesOf, proposalsOf } from "./view.ts"

const waiting = (side: Side) => async (tx: WorkspaceTx, asked: Asked) => {
  const { rows, counts } = await store.waitingPromises(tx, asked, side)
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
  const { overdue, due, coming, awaiting } = counts
  return {
    items,
    counts: {
      overdue: counted(overdue),
      due: counted(due),
      coming: counted(coming),
      awaiting: counted(awaiting),
    },
  }
}

/** Promises that wait for an act, the host's and the partners'; and what was missed of them, by partnership. */
export const attention = [
  attentionList(promisesOurs, waiting("host"), { isForPartners: true }),
  attentionList(promisesTheirs, waiting("partner"), { isForPartners: true }),
  attentionList(promisesMissed, async (tx, asked) => {
    const { rows, ours, theirs, found } = await store.missedPromises(tx, asked)
    const abilities = { settle: maySettleMany(tx.actor) }
    const items = rows.map((row) => ({ ...row, abilities }))
    return { items, counts: { ours: counted(ours), theirs: counted(theirs), partnerships: counted(found) } }
  }),
]
