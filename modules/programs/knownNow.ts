import { findPartnership, partiesNow } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import { judgedAgain, windowStart } from "./rules.ts"
import * as store from "./store.ts"

type Evaluation = NonNullable<Awaited<ReturnType<typeof store.findEvaluation>>>

/**
 * What the day of an evaluation comes to by what its reader may know now. A company of several does not see what the others did, and would
 * be told a number that is none: it is told nothing.
 */
export const judgedNow = async (
  tx: WorkspaceTx,
  { byHand, standing }: store.EnrolmentRow,
  { partnershipId, evaluatedOn, standing: then }: Evaluation,
): Promise<store.KeptTier[] | undefined> => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership) return undefined
  if (tx.actor.side === "partner" && (await partiesNow(tx, partnership)).companies.length > 1) return undefined
  const lines = then.tiers.flatMap((tier) => tier.lines)
  const factsOf = await store.factsOf(tx, {
    partnershipIds: [partnershipId],
    metrics: lines.flatMap(({ kind, about }) => (kind === "metric" ? [about] : [])),
    since: windowStart(evaluatedOn, Math.max(1, ...lines.map(({ windowMonths }) => windowMonths))),
    ...{ currency: then.currency, rates: standing?.rates ?? [] },
  })
  return judgedAgain(then.tiers, { ...factsOf(partnershipId), byHand }, evaluatedOn)
}
