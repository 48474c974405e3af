import { getAgreement, terminateAgreement } from "#contract/agreements"
import { answerApproval, listApprovals, type RuleStep, setApprovalRule } from "#contract/approvals"
import type { MemberRole } from "#core/actor"
import type { Caller, TestKeelson } from "#test/keelson"
import { enter, memberWith, recordPartnership } from "#test/promises"

export const termination = "agreement.termination"

/** A workspace of its own for each test, because each changes who is there and what the rule wants. */
export const approvalWorkspace = (keelson: TestKeelson) => async (steps: readonly RuleStep[]) => {
  const workspace = await keelson.workspace("Nordwind")
  const owner = await workspace.as("owner")
  await owner.call(setApprovalRule, { approvable: termination, steps: [...steps] }, { ifMatch: 0 })
  const manager = await workspace.as("partner_manager")
  const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
  const idOf = async (role: MemberRole) => (await memberWith(keelson, workspace, role)).userId
  const agreement = (more = {}) => enter(manager, partnership, [], more)
  const terminate = (caller: Caller, id: string) =>
    caller.call(terminateAgreement, { agreement: id, endsOn: "2026-06-30", reason: "nothing sold" })
  const stateOf = async (id: string) => (await manager.call(getAgreement, { agreement: id })).body.state
  const waiting = async (caller: Caller) => {
    const { body } = await caller.call(listApprovals, { state: "waiting" })
    return body.items[0]
  }
  const answer = (
    caller: Caller,
    approval: { id: string; hash: string },
    decision: "approve" | "reject" = "approve",
    reason?: string,
  ) =>
    caller.call(answerApproval, { approval: approval.id, hash: approval.hash, decision, ...(reason ? { reason } : {}) })
  return { workspace, owner, manager, organizationId, idOf, agreement, terminate, stateOf, waiting, answer }
}

export const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nothing waits")
  return value
}

export const worth = (amountMinor: number) => ({ value: { amountMinor, currency: "EUR" } })
