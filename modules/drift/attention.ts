import { counted } from "#core/attention"
import { companyNames } from "#modules/partnerships"
import { attentionList } from "#platform/attention"
import { openDrift } from "./contract.ts"
import { countOpenCases, waitingCases } from "./store.ts"

export const attention = [
  attentionList(openDrift, async (tx, whose) => {
    const [cases, open] = await Promise.all([waitingCases(tx, whose, 20), countOpenCases(tx, whose)])
    const nameOf = await companyNames(
      tx,
      cases.map(({ partnershipId }) => partnershipId),
    )
    const items = cases.map(({ firstPartyId, ...each }) => ({
      ...each,
      firstPartyName: nameOf(each.partnershipId, firstPartyId),
    }))
    return { items, counts: { open: counted(open) } }
  }),
]
