import type { Id } from "#core/ids"
import { addDays, daysBetween } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import type { FirstValueView } from "./contract.ts"
import { isLaterThanMost, outlookFor, timeToValue, type Way } from "./rules.ts"
import { firstValuesOf, type ReachedRow } from "./store.ts"

const wayOf = ({ since, until, reachedOn }: ReachedRow): Way => ({
  days: Math.max(0, daysBetween(since, reachedOn ?? until)),
  isReached: reachedOn !== null,
})

/** How a partnership compares with the others of its type. */
const compared = (row: ReachedRow, others: readonly ReachedRow[]): FirstValueView => {
  const like = others.filter(({ partnershipId }) => partnershipId !== row.partnershipId).map(wayOf)
  const { days, isReached } = wayOf(row)
  const { median } = timeToValue(like)
  const outlook = isReached ? undefined : outlookFor(days, like)
  const dayAfter = (count: number | undefined) => (count === undefined ? null : addDays(row.since, count))
  return {
    ...{ since: row.since, reachedOn: row.reachedOn, what: row.what, days, medianOfLike: median ?? null },
    expected: outlook ? { from: addDays(row.since, outlook.from), to: dayAfter(outlook.to) } : null,
    isLate: !isReached && isLaterThanMost(days, like),
  }
}

/** When these partnerships reached their first value, or may, by what the others of their types took. Their own figures are the host's alone. */
export const firstValuesFor = async (
  tx: WorkspaceTx,
  asked: readonly Readonly<{ partnershipId: Id; type: PartnershipType }>[],
): Promise<(partnershipId: Id) => FirstValueView | null> => {
  if (tx.actor.side === "partner" || asked.length === 0) return () => null
  const byType = Map.groupBy(await firstValuesOf(tx, [...new Set(asked.map(({ type }) => type))]), ({ type }) => type)
  const typeOf = new Map(asked.map(({ partnershipId, type }) => [partnershipId, type]))
  return (partnershipId) => {
    const all = byType.get(typeOf.get(partnershipId) as PartnershipType) ?? []
    const row = all.find((each) => each.partnershipId === partnershipId)
    return row ? compared(row, all) : null
  }
}

/** How long partners of each type take. */
export const timesToValue = async (tx: WorkspaceTx, types: readonly PartnershipType[]) => {
  const byType = Map.groupBy(await firstValuesOf(tx, types), ({ type }) => type)
  return types.flatMap((type) => {
    const all = byType.get(type)
    if (!all) return []
    const { partners, reached, lower, median, upper } = timeToValue(all.map(wayOf))
    return [{ type, partners, reached, lower: lower ?? null, median: median ?? null, upper: upper ?? null }]
  })
}
