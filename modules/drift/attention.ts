import { countedIn } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import { attentionList } from "#platform/attention"
import { openDrift } from "./contract.ts"
import { headlineOf, nextStepOf } from "./rules.ts"
import { findingOfCase, waitingCases } from "./store.ts"

export const attention = [
  attentionList(openDrift, async (tx, asked) => {
    const { rows, drifting, silent } = await waitingCases(tx, asked)
    const nameOf = await companyNames(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    )
    const items = rows.map(({ id, partnershipId, partnershipName, confirmedCause, nextTask, ...row }) => ({
      ...{ id, partnershipId, partnershipName, confirmedCause, nextTask },
      clauses: [...headlineOf(findingOfCase(row))],
      firstPartyName: nameOf(partnershipId, row.firstPartyId),
      nextStep: nextStepOf({ nextTask, cause: row.cause, isCauseConfirmed: confirmedCause !== null }),
    }))
    const part = countedIn(drifting + silent)
    return { items, counts: { drifting: part(drifting), silent: part(silent) } }
  }),
]
