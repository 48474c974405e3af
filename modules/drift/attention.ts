import { counted } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import { attentionList } from "#platform/attention"
import { openDrift } from "./contract.ts"
import { nextStepOf } from "./rules.ts"
import { waitingCases } from "./store.ts"

export const attention = [
  attentionList(openDrift, async (tx, asked) => {
    const { rows, found } = await waitingCases(tx, asked)
    const nameOf = await companyNames(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    )
    const items = rows.map(({ firstPartyId, ...each }) => ({
      ...each,
      firstPartyName: nameOf(each.partnershipId, firstPartyId),
      nextStep: nextStepOf(each),
    }))
    return { items, counts: { open: counted(found) } }
  }),
]
