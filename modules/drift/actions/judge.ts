import type { WorkspaceActor } from "#core/actor"
import { refuse } from "#core/refusal"
import { markStale } from "#modules/partnerships"
import { action } from "#platform/action"
import type { Tx } from "#platform/tx"
import * as contract from "../contract.ts"
import { mayJudgeDrift } from "../policy.ts"
import { type CaseRow, type CaseState, lockCase, openElsewhere, saveCase } from "../store.ts"
import { caseForHost } from "../view.ts"

const whoOf = (actor: WorkspaceActor): string => ("userId" in actor ? (actor.userId ?? actor.kind) : actor.kind)

const confirm = action(contract.confirmCause, {
  load: (tx, input) => lockCase(tx, input.case),
  may: mayJudgeDrift,
  act: async ({ tx, actor }, before, { ifMatch, cause }) => {
    if (before.version !== ifMatch) return refuse("changed-meanwhile", { version: before.version })
    const row = await saveCase(tx, before.id, { confirmedCause: cause, confirmedBy: whoOf(actor), confirmedAt: tx.now })
    await noted(tx, "drift.cause_confirmed", row, { cause, said: before.cause })
    await markStale(tx, await openElsewhere(tx, row.partnershipId))
    return caseForHost(actor, row)
  },
})

/** The three ways in which a person closes a case differ only in what they call it. */
const closing = (
  endpoint: typeof contract.acceptChange | typeof contract.dismissCase | typeof contract.endCase,
  state: Extract<CaseState, "accepted" | "dismissed" | "ended">,
) =>
  action(endpoint, {
    load: (tx, input) => lockCase(tx, input.case),
    may: mayJudgeDrift,
    act: async ({ tx, actor }, before, { ifMatch, reason }) => {
      if (before.version !== ifMatch) return refuse("changed-meanwhile", { version: before.version })
      if (before.state !== "open") return refuse("already-closed", { state: before.state })
      const row = await saveCase(tx, before.id, { state, closeReason: reason, closedAt: tx.now })
      await markStale(tx, [row.partnershipId])
      await noted(tx, `drift.case_${state}`, row, {
        reason,
        onset: row.onsetOn,
        cause: row.confirmedCause ?? row.cause,
      })
      return caseForHost(actor, row)
    },
  })

const noted = (tx: Tx<WorkspaceActor>, kind: string, row: CaseRow, payload: Record<string, unknown>) =>
  tx.record(kind, {
    subjectType: "drift_case",
    subjectId: row.id,
    partnershipId: row.partnershipId,
    visibility: "host",
    payload: { caseId: row.id, ...payload },
  })

export const judgeActions = [
  confirm,
  closing(contract.acceptChange, "accepted"),
  closing(contract.dismissCase, "dismissed"),
  closing(contract.endCase, "ended"),
]
