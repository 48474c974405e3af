import { abilityOf } from "#core/ability"
import { privateTo } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { decideRetraction } from "#core/retraction"
import { type CompanyNames, companyNames, findPartnership, partyMeant } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { isShareOutOfRange } from "#rules/metrics"
import * as contract from "./contract.ts"
import { measurementRecorded, measurementRetracted, sourceChosen } from "./events.ts"
import { mayRecordMeasurement } from "./policy.ts"
import { decidePeriod } from "./rules.ts"
import { insertChoice } from "./sources.ts"
import * as store from "./store.ts"

const measurementFor = (
  { actor, now }: WorkspaceTx,
  row: store.MeasurementRow,
  nameOf: CompanyNames,
): contract.Measurement => ({
  ...row,
  partyName: nameOf(row.partnershipId, row.partyId),
  abilities: { retract: abilityOf(mayRecordMeasurement(actor), decideRetraction(row, now)) },
})

/** What is measured of one company among several is told to none of the others, and the ledger cannot tell it to two of three. */
const visibilityOfEvent = ({ partnershipId, partyId, visibility }: store.MeasurementRow, nameOf: CompanyNames) =>
  nameOf(partnershipId, partyId) === null ? visibility : "host"

const record = action(contract.recordMeasurement, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordMeasurement,
  act: async ({ tx, actor }, partnership, { partnership: _, side, party, visibility, ...details }) => {
    const begun = decidePeriod(details.periodStart, tx.today)
    if (isRefusal(begun)) return begun
    const { signal, value, expected } = details
    const strange = (
      [
        ["value", value],
        ["expected", expected],
      ] as const
    ).find(([, number]) => number !== undefined && isShareOutOfRange(signal, number))
    if (strange) return refuse("share-out-of-range", { field: strange[0] })
    const partyId = side === "both" ? null : await partyMeant(tx, partnership, side, party)
    if (isRefusal(partyId)) return partyId
    const row = await store.insertMeasurement(tx, {
      ...{ ...details, id: newId(), partnershipId: partnership.id, partyId },
      privateTo: privateTo(actor, visibility),
    })
    const nameOf = await companyNames(tx, [row.partnershipId])
    await tx.record(measurementRecorded, {
      subjectId: row.id,
      partnershipId: partnership.id,
      visibility: visibilityOfEvent(row, nameOf),
      payload: { signal: row.signal, side: row.side, periodStart: row.periodStart, value: row.value },
    })
    return measurementFor(tx, row, nameOf)
  },
})

const list = action(contract.listMeasurements, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }, filter) => {
    const [{ items, next }, nameOf] = await Promise.all([store.listMeasurements(tx, filter), companyNames(tx, [id])])
    return { items: items.map((row) => measurementFor(tx, row, nameOf)), next }
  },
})

const retract = action(contract.retractMeasurement, {
  load: (tx, { measurement }) => store.measurements.lock(tx, measurement),
  may: mayRecordMeasurement,
  act: async ({ tx }, before, { reason }) => {
    const retracted = decideRetraction(before, tx.now)
    if (isRefusal(retracted)) return retracted
    const row = await store.measurements.save(tx, before.id, retracted)
    const nameOf = await companyNames(tx, [row.partnershipId])
    await tx.record(measurementRetracted, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      visibility: visibilityOfEvent(row, nameOf),
      payload: { signal: row.signal, periodStart: row.periodStart, reason },
    })
    return measurementFor(tx, row, nameOf)
  },
})

const choose = action(contract.chooseSource, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordMeasurement,
  act: async ({ tx }, { id }, { signal, counted }) => {
    await insertChoice(tx, { subject: id, signal, counted })
    await tx.record(sourceChosen, { subjectId: id, partnershipId: id, payload: { signal, counted } })
    return { signal, counted }
  },
})

export const actions = [record, list, retract, choose]
