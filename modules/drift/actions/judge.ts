import type { WorkspaceActor } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { companyNames } from "#modules/partnerships"
import { action } from "#platform/action"
import { decideClosing } from "../cases.ts"
import * as contract from "../contract.ts"
import { caseAccepted, caseDismissed, caseEnded, causeConfirmed } from "../events.ts"
import { mayJudgeDrift } from "../policy.ts"
import { type CaseRow, type CaseState, lockCase, openElsewhere, saveCase, whenOfCase } from "../store.ts"
import { caseForHost } from "../view.ts"

const whoOf = (actor: WorkspaceActor): string => ("userId" in actor ? (actor.userId ?? actor.kind) : actor.kind)

const confirm = action(contract.confirmCause, {
  load: (tx, input) => lockCase(tx, input.case),
  may: mayJudgeDrift,
  act: async ({ tx, actor }, before, { cause }) => {
    const row = await saveCase(tx, before.id, { confirmedCause: cause, confirmedBy: whoOf(actor), confirmedAt: tx.now })
    await tx.record(causeConfirmed, { ...about(row), payload: { caseId: row.id, cause, said: before.cause } })
    await tx.markStale(await openElsewhere(tx, row.partnershipId))
    return caseForHost(actor, row, await companyNames(tx, [row.partnershipId]))
  },
})

/** The three ways in which a person closes a case differ only in what they call it. */
const closing = (
  endpoint: typeof contract.acceptChange | typeof contract.dismissCase | typeof contract.endCase,
  state: Extract<CaseState, "accepted" | "dismissed" | "ended">,
  kind: typeof caseAccepted,
) =>
  action(endpoint, {
    load: (tx, input) => lockCase(tx, input.case),
    may: mayJudgeDrift,
    act: async ({ tx, actor }, before, { reason }) => {
      const allowed = decideClosing(before)
      if (isRefusal(allowed)) return allowed
      const row = await saveCase(tx, before.id, { state, closeReason: reason, closedAt: tx.now })
      await tx.record(kind, {
        ...about(row),
        payload: {
          caseId: row.id,
          reason,
          onset: whenOfCase(row).onset?.date ?? null,
          cause: row.confirmedCause ?? row.cause,
        },
      })
      return caseForHost(actor, row, await companyNames(tx, [row.partnershipId]))
    },
  })

const about = ({ id, partnershipId }: CaseRow) => ({ subjectId: id, partnershipId })

export const judgeActions = [
  confirm,
  closing(contract.acceptChange, "accepted", caseAccepted),
  closing(contract.dismissCase, "dismissed", caseDismissed),
  closing(contract.endCase, "ended", caseEnded),
]
