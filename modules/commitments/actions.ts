import { isFigureFor, sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { type CompanyNames, companyNames, findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { pageActions } from "./page.ts"
import { mayDispute, mayReport, maySettle, mayUndo } from "./policy.ts"
import { proposalActions } from "./propose.ts"
import { keptRate, keptWindowDays } from "./rules.ts"
import { confirmPromise, disputePromise, giveMoreTime, keepPromise, undoPromise, waivePromise } from "./settle.ts"
import { manyActions } from "./settleMany.ts"
import * as store from "./store.ts"
import { occurrenceView, occurrenceViews } from "./view.ts"

const lock = (tx: WorkspaceTx, { occurrence }: { occurrence: Id }) => store.lockOccurrence(tx, occurrence)

const list = action(contract.listOccurrences, {
  load: store.listOccurrences,
  may: whoeverSeesIt,
  act: async ({ tx }, { items, next }) => ({ items: await occurrenceViews(tx, items), next }),
})

const promises = action(contract.listCommitments, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, today }, { id }, { from = addDays(today, -keptWindowDays), to = addDays(today, 92) }) => {
    const [commitments, occurrences, nameOf] = await Promise.all([
      store.commitmentsOf(tx, id),
      store.occurrencesBetween(tx, id, from, to),
      companyNames(tx, [id]),
    ])
    return {
      ...{ today, from, to, ...keptFigures(tx, occurrences, nameOf) },
      commitments: commitments.map((row) => ({
        ...row,
        service: row.service ?? row.answers,
        partyName: nameOf(id, row.partyId),
      })),
      occurrences: await occurrenceViews(tx, occurrences),
    }
  },
})

/** What was kept of what each side owes one, and by whom where several companies do. A company's figures are its own and the host's. */
const keptFigures = ({ actor, today }: WorkspaceTx, all: readonly store.OccurrenceRow[], nameOf: CompanyNames) => {
  const counted = all.filter(({ partyId }) => isFigureFor(actor, partyId))
  const keptByParty = [...Map.groupBy(counted, ({ partyId }) => partyId)].map(([partyId, owed]) => ({
    ...{ partyId, side: sideOf(partyId, actor), partyName: nameOf(owed[0]?.partnershipId ?? "", partyId) },
    ...keptRate(owed, sideOf(partyId, actor), today),
  }))
  return {
    kept: { host: keptRate(counted, "host", today), partner: keptRate(counted, "partner", today) },
    keptByParty: keptByParty.some(({ partyName }) => partyName !== null) ? keptByParty : [],
  }
}

const get = action(contract.getOccurrence, {
  load: (tx, { occurrence }) => store.findOccurrence(tx, occurrence),
  may: whoeverSeesIt,
  act: async ({ tx }, row) => occurrenceView(tx, row),
})

const report = action(contract.reportOccurrence, {
  load: lock,
  may: (actor, row) => mayReport(actor, row),
  act: async ({ tx, today }, row, { doneOn = today, evidence }) => keepPromise(tx, row, { doneOn, evidence }),
})

const confirm = action(contract.confirmOccurrence, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: async ({ tx }, row, { note }) => confirmPromise(tx, row, { note }),
})

const waive = action(contract.waiveOccurrence, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: async ({ tx }, row, { reason }) => waivePromise(tx, row, { reason }),
})

const reDate = action(contract.reDateOccurrence, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: async ({ tx }, row, { dueOn, reason }) => giveMoreTime(tx, row, { dueOn, reason }),
})

const dispute = action(contract.disputeOccurrence, {
  load: lock,
  may: mayDispute,
  act: async ({ tx }, row, { reason }) => disputePromise(tx, row, { reason }),
})

const undo = action(contract.undoPromise, {
  load: lock,
  may: (actor, row) => mayUndo(actor, row),
  act: async ({ tx }, row) => undoPromise(tx, row),
})

export const actions = [
  ...[list, promises, get, report, confirm, waive, reDate, dispute, undo],
  ...[...pageActions, ...proposalActions, ...manyActions],
]
