import { checkExpression } from "#core/expression/check"
import type { Complaint } from "#core/expression/refusal"
import { boolean, type Variables } from "#core/expression/types"
import { vocabularyOf } from "#core/expression/vocabulary"
import { isRefusal } from "#core/refusal"
import { listMembers } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import type { Approvable } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { currencyOf } from "./currency.ts"
import { approvalRuleSet } from "./events.ts"
import { mayEditRules, mayReadApprovals } from "./policy.ts"
import { decideRule } from "./rules.ts"
import * as store from "./store.ts"

const none = { steps: [], version: 0 } as const

const complaintOf = (expression: string, variables: Variables): Complaint | null => {
  const checked = checkExpression(expression, variables, boolean)
  return isRefusal(checked) ? (checked.detail?.complaint as Complaint) : null
}

const ruleView = (
  { actor }: WorkspaceTx,
  kind: string,
  { steps, version }: Pick<store.RuleRow, "steps" | "version">,
  variables: Variables,
): contract.ApprovalRule => ({
  ...{ kind, version, abilities: { edit: mayEditRules(actor) }, ...vocabularyOf(variables) },
  steps: steps.map(({ userIds, ...step }) => ({ ...step, ...(userIds ? { userIds: [...userIds] } : {}) })),
  complaints: steps.flatMap(({ condition }, step) => {
    const complaint = condition === undefined ? null : complaintOf(condition, variables)
    return complaint ? [{ step, complaint }] : []
  }),
})

const listRules = action(contract.listApprovalRules, {
  load: nothing,
  may: mayReadApprovals,
  act: async ({ tx, platform }) => {
    const known = new Map((await store.rulesOf(tx)).map((rule) => [rule.kind, rule]))
    const currency = await currencyOf(tx)
    const items = platform.contributed.approvables.map(({ kind, variables }) =>
      ruleView(tx, kind, known.get(kind) ?? none, variables(currency)),
    )
    return { items }
  },
})

const of = (approvables: readonly Approvable[], wanted: string) => approvables.find(({ kind }) => kind === wanted)

const checkCondition = action(contract.checkApprovalCondition, {
  load: async (_tx, { approvable }, { contributed }) => of(contributed.approvables, approvable),
  may: mayReadApprovals,
  act: async ({ tx }, { variables }, { expression }) => ({
    complaint: expression === "" ? null : complaintOf(expression, variables(await currencyOf(tx))),
  }),
})

const setRule = action(contract.setApprovalRule, {
  load: async (tx, { approvable }, { contributed }) => {
    const found = of(contributed.approvables, approvable)
    const before = found && ((await store.lockRule(tx, approvable)) ?? { id: undefined, ...none })
    return found && before && { ...before, variables: found.variables }
  },
  may: mayEditRules,
  act: async ({ tx }, before, { approvable: kind, steps }) => {
    const people = (await listMembers(tx)).filter(({ deactivatedAt }) => deactivatedAt === null)
    const variables = before.variables(await currencyOf(tx))
    const allowed = decideRule(steps, people, variables)
    if (isRefusal(allowed)) return allowed
    const saved =
      before.id === undefined
        ? await store.insertRule(tx, newId(), kind, steps)
        : await store.saveRule(tx, before.id, steps)
    await tx.record(approvalRuleSet, {
      subjectId: saved.id,
      payload: { kind, before: [...before.steps], after: [...steps] },
    })
    return ruleView(tx, kind, saved, variables)
  },
})

export const rules = [listRules, checkCondition, setRule]
