import { isRefusal } from "#core/refusal"
import { findWorkspace } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { AttentionVerdict } from "./contract.ts"
import { decideCondition, type Facts, givenOf, verdictOn } from "./rules.ts"
import * as store from "./store.ts"

/** The workspace's own condition, asked of partnerships; null of each where none was said, or where it cannot be asked any more. */
export const askAttention = async (tx: WorkspaceTx): Promise<(facts: Facts) => AttentionVerdict | null> => {
  const [condition, workspace] = await Promise.all([store.findCondition(tx), findWorkspace(tx)])
  const currency = workspace?.currency ?? ""
  const checked = condition?.expression == null ? undefined : decideCondition(condition.expression, currency)
  if (checked === undefined || isRefusal(checked)) return () => null
  return (facts) => {
    const verdict = verdictOn(checked, givenOf(facts, tx.today, currency), currency)
    return verdict ? { ...verdict, reasons: verdict.reasons.map((each) => ({ ...each, seen: [...each.seen] })) } : null
  }
}
