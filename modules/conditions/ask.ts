import { isRefusal } from "#core/refusal"
import { findWorkspace } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { AttentionVerdict } from "./contract.ts"
import { decideCondition, type Facts, givenOf, verdictOn } from "./rules.ts"
import * as store from "./store.ts"

/** The workspace's own condition, asked of partnerships; nothing to ask where none was said, or where it cannot be asked any more. */
export const askAttention = async (
  tx: WorkspaceTx,
): Promise<((facts: Facts) => AttentionVerdict | null) | undefined> => {
  const condition = await store.findCondition(tx)
  if (condition?.expression == null) return undefined
  const currency = (await findWorkspace(tx))?.currency ?? ""
  const checked = decideCondition(condition.expression, currency)
  if (isRefusal(checked)) return undefined
  return (facts) => {
    const verdict = verdictOn(checked, givenOf(facts, tx.today, currency), currency)
    return verdict ? { ...verdict, reasons: verdict.reasons.map((each) => ({ ...each, seen: [...each.seen] })) } : null
  }
}
