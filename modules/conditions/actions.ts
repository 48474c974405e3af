import { abilityOf } from "#core/ability"
import type { Complaint } from "#core/expression/refusal"
import { vocabularyOf } from "#core/expression/vocabulary"
import { isRefusal } from "#core/refusal"
import { findWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { attentionConditionChanged } from "./events.ts"
import { mayEditCondition, mayReadCondition } from "./policy.ts"
import { decideCondition, variablesIn } from "./rules.ts"
import * as store from "./store.ts"

const currencyOf = async (tx: WorkspaceTx): Promise<string> => (await findWorkspace(tx))?.currency ?? ""

const complaintOf = (expression: string, currency: string): Complaint | null => {
  const decided = decideCondition(expression, currency)
  return isRefusal(decided) ? (decided.detail?.complaint as Complaint) : null
}

type Row = Readonly<{ expression: string | null; version: number }>

const view = async (tx: WorkspaceTx, row: Row | undefined): Promise<contract.AttentionCondition> => {
  const currency = await currencyOf(tx)
  const { expression = null, version = 1 } = row ?? {}
  return {
    expression,
    version,
    complaint: expression === null ? null : complaintOf(expression, currency),
    ...vocabularyOf(variablesIn(currency)),
    abilities: { edit: abilityOf(mayEditCondition(tx.actor)) },
  }
}

const get = action(contract.getAttentionCondition, {
  load: nothing,
  may: mayReadCondition,
  act: async ({ tx }) => view(tx, await store.findCondition(tx)),
})

const check = action(contract.checkAttentionCondition, {
  load: nothing,
  may: mayReadCondition,
  act: async ({ tx }, _nothing, { expression }) => ({
    complaint: expression === "" ? null : complaintOf(expression, await currencyOf(tx)),
  }),
})

const set = action(contract.setAttentionCondition, {
  // Whoever may not even read it locks nothing: the policy tells them so.
  load: async (tx) => (tx.actor.side === "host" ? store.lockCondition(tx) : { expression: null, version: 1 }),
  may: mayEditCondition,
  act: async ({ tx, actor }, before, { expression }) => {
    const decided = expression === "" ? true : decideCondition(expression, await currencyOf(tx))
    if (isRefusal(decided)) return decided
    const after = await store.saveCondition(tx, expression === "" ? null : expression)
    const payload = { before: before.expression, after: after.expression }
    await tx.record(attentionConditionChanged, { subjectId: actor.workspaceId, payload })
    return view(tx, after)
  },
})

export const actions = [get, check, set]
