import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import { type Concern, concernOf } from "./rules.ts"
import * as store from "./store.ts"

/** How a company's due diligence stands, and when what was met last and not cleared was written down. */
export const diligenceOf = async (
  tx: WorkspaceTx,
  organizationId: Id,
): Promise<Concern & Readonly<{ matchGivenAt: Instant | null }>> => {
  const rows = await store.itemsOf(tx, organizationId)
  const met = rows.flatMap(({ matchGivenAt }) => matchGivenAt ?? [])
  return { ...concernOf(rows, tx.today), matchGivenAt: met.sort().at(-1) ?? null }
}

/** Whoever thinks of working with a company says so, and whoever thinks no more: nobody is reminded of what nobody needs. */
export const restDiligence = (tx: WorkspaceTx, organizationId: Id, isWanted: boolean): Promise<void> =>
  store.restItems(tx, organizationId, isWanted)
