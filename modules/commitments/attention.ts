import type { Side } from "#core/actor"
import { counted, countedIn } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import { type Asked, attentionList } from "#platform/attention"
import type { WorkspaceTx } from "#platform/tx"
import { promisesMissed, promisesOurs, promisesProposed, promisesTheirs, type WaitingPromise } from "./contract.ts"
import { maySettleMany } from "./policy.ts"
import { awaitsConfirmation, isOverdue } from "./rules.ts"
import * as store from "./store.ts"
import { abilitiesOf, proposalsOf } from "./view.ts"

type Rows = Awaited<ReturnType<typeof store.waitingPromises>>["rows"]

const shownOf = async (tx: WorkspaceTx, rows: Rows): Promise<WaitingPromise[]> => {
  // What the host owes has no other name.
  const named = rows.flatMap(({ owedBy, partnershipId }) => (owedBy === "host" ? [] : [partnershipId]))
  const nameOf = await companyNames(tx, named)
  const proposalOf = await proposalsOf(tx, rows)
  return rows.map((row) => ({
    ...row,
    proposal: proposalOf(row),
    partyName: row.owedBy === "host" ? null : nameOf(row.partnershipId, row.partyId),
    isOverdue: isOverdue(row, tx.today),
    awaitsConfirmation: awaitsConfirmation(row),
    abilities: abilitiesOf(tx, row),
  }))
}

const waiting = (side: Side) => async (tx: WorkspaceTx, asked: Asked) => {
  const { rows, counts } = await store.waitingPromises(tx, asked, side)
  const items = await shownOf(tx, rows)
  const { overdue, due, coming, awaiting, read } = counts
  const part = countedIn(read)
  return {
    items,
    counts: {
      overdue: part(overdue),
      due: part(due),
      coming: part(coming),
      awaiting: part(awaiting),
    },
  }
}

/** Promises that wait for an act, the host's and the partners'; those that wait for one's yes; and what was missed, by partnership. */
export const attention = [
  attentionList(promisesOurs, waiting("host"), { isForPartners: true }),
  attentionList(promisesTheirs, waiting("partner"), { isForPartners: true }),
  attentionList(
    promisesProposed,
    async (tx, asked) => {
      const { rows, found } = await store.proposedPromises(tx, asked)
      return { items: await shownOf(tx, rows), counts: { waiting: counted(found) } }
    },
    { isForPartners: true },
  ),
  attentionList(promisesMissed, async (tx, asked) => {
    const { rows, ours, theirs, found } = await store.missedPromises(tx, asked)
    const abilities = { settle: maySettleMany(tx.actor) }
    const items = rows.map((row) => ({ ...row, abilities }))
    const older = "only" in asked ? 0 : await store.olderMisses(tx, asked)
    const partnerships = countedIn(Math.max(ours, theirs))(found)
    return { items, counts: { ours: counted(ours), theirs: counted(theirs), partnerships, older: counted(older) } }
  }),
]
