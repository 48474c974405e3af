import { addDays } from "#core/time"
import { companyNames, findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import * as contract from "./contract/page.ts"
import { keptWindowDays } from "./rules.ts"
import * as store from "./store.ts"
import { occurrenceViews } from "./view.ts"
import { canBeAsked } from "./whoConfirms.ts"

const get = action(contract.getCommitment, {
  load: (tx, { commitment }) => store.findCommitment(tx, commitment),
  may: whoeverSeesIt,
  act: async ({ tx, today }, row) => {
    const { id, partnershipId, partyId } = row
    const partnership = await findPartnership(tx, partnershipId)
    if (!partnership) throw new Error("a promise belongs to a partnership")
    const nameOf = await companyNames(tx, [partnershipId])
    const { shown, older, kept } = await store.occurrencesOfCommitment(tx, id)
    return {
      ...row,
      ...{ today, partyName: nameOf(partnershipId, partyId), partnershipName: partnership.name },
      hostOwner: await store.hostOwnerOf(tx, partnershipId),
      canBeAsked: await canBeAsked(tx, row),
      kept: { ...kept, from: addDays(today, -keptWindowDays) },
      ...{ occurrences: await occurrenceViews(tx, shown), older },
    }
  },
})

const history = action(contract.listCommitmentHistory, {
  load: (tx, { commitment }) => store.findCommitment(tx, commitment),
  may: whoeverSeesIt,
  act: async ({ tx }, { partnershipId }, asked) => {
    const [{ items, next }, nameOf] = await Promise.all([store.historyOf(tx, asked), companyNames(tx, [partnershipId])])
    return {
      items: items.map(({ actorKind, name, ...row }) => ({
        ...row,
        partyName: nameOf(partnershipId, row.partyId),
        actor: { kind: actorKind, name },
      })),
      next,
    }
  },
})

export const pageActions = [get, history]
