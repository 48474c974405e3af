import { isFigureFor, partyOf, sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { addDays } from "#core/time"
import { areActivitiesOf } from "#modules/activities"
import { holdFiles, releaseFiles } from "#modules/files"
import { type CompanyNames, companyNames, findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import * as events from "./events.ts"
import { pageActions } from "./page.ts"
import { mayDispute, mayReDate, mayReport, maySettle } from "./policy.ts"
import type { Standing } from "./rules.ts"
import { decideNewDate, decideReport, decideUndo, decideWaiver, keptRate, keptWindowDays } from "./rules.ts"
import { confirmPromise, disputePromise, saveAndRecord } from "./settle.ts"
import * as store from "./store.ts"
import { occurrenceView, occurrenceViews, recordedOn } from "./view.ts"

const lock = (tx: WorkspaceTx, { occurrence }: { occurrence: Id }) => store.lockOccurrence(tx, occurrence)

/** A report that waits for the other side's word is no promise kept yet. */
const reportedAs = ({ state, reportedOn }: Standing) =>
  reportedOn !== null ? events.reported : state === "kept_late" ? events.keptLate : events.kept

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
      commitments: commitments.map((row) => ({ ...row, partyName: nameOf(id, row.partyId) })),
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
  act: async ({ tx, actor, today }, row, { doneOn = today, evidence }) => {
    const kinds = evidence.map(({ kind }) => kind)
    const decision = decideReport(row, { by: partyOf(actor), doneOn, evidence: kinds, today })
    if (isRefusal(decision)) return decision
    const activityIds = evidence.flatMap((each) => (each.kind === "activity" ? [each.activityId] : []))
    if (!(await areActivitiesOf(tx, row.partnershipId, activityIds))) return refuse("no-such-activity")
    const fileIds = evidence.flatMap((each) => (each.kind === "file" ? [each.fileId] : []))
    const held = await holdFiles(tx, { kind: "occurrence", id: row.id }, fileIds, "evidence")
    if (isRefusal(held)) return held
    await store.insertEvidence(
      tx,
      row,
      evidence.map((each) => ({ id: newId(), ...each })),
    )
    return saveAndRecord(tx, row, reportedAs(decision), decision)
  },
})

const confirm = action(contract.confirmOccurrence, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: async ({ tx }, row, { note }) => confirmPromise(tx, row, { note }),
})

const waive = action(contract.waiveOccurrence, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: async ({ tx, today }, row, { reason }) => {
    const decision = decideWaiver(row, today)
    return isRefusal(decision) ? decision : saveAndRecord(tx, row, events.waived, { ...decision, note: reason })
  },
})

const reDate = action(contract.reDateOccurrence, {
  load: lock,
  may: mayReDate,
  act: async ({ tx, today }, row, { dueOn, reason }) => {
    const decision = decideNewDate(row, dueOn, today)
    return isRefusal(decision) ? decision : saveAndRecord(tx, row, events.reAgreed, { ...decision, note: reason })
  },
})

const dispute = action(contract.disputeOccurrence, {
  load: lock,
  may: mayDispute,
  act: async ({ tx }, row, { reason }) => disputePromise(tx, row, { reason }),
})

const undo = action(contract.undoReport, {
  load: lock,
  may: (actor, row) => mayReport(actor, row),
  act: async ({ tx, actor, today }, row) => {
    const decision = decideUndo(row, recordedOn(actor, row), today)
    if (isRefusal(decision)) return decision
    await releaseFiles(tx, await store.retractEvidence(tx, row.id))
    return saveAndRecord(tx, row, events.reportUndone, decision)
  },
})

export const actions = [list, promises, get, report, confirm, waive, reDate, dispute, undo, ...pageActions]
