import { abilityOf } from "#core/ability"
import { partyOf, privateTo } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { decideRetraction } from "#core/retraction"
import { type CompanyNames, companiesBefallen, companyNames, findPartnership, partyMeant } from "#modules/partnerships"
import { hasContact } from "#modules/people"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { payloadFor } from "#platform/event"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { activityRecorded, activityRetracted } from "./events.ts"
import { mayRecordActivity, mayRetractActivity } from "./policy.ts"
import { type Direction, decideOccurrence, decideVisibility, sourceOf } from "./rules.ts"
import * as store from "./store/activity.ts"
import { timelinePage } from "./store/timeline.ts"

const activityFor = (
  { actor, now }: WorkspaceTx,
  { recordedBy, ...row }: store.ActivityRow,
  nameOf: CompanyNames,
): contract.Activity => ({
  ...row,
  partyName: nameOf(row.partnershipId, row.partyId),
  abilities: { retract: abilityOf(mayRetractActivity(actor, { recordedBy }), decideRetraction(row, now)) },
})

const activityAfter = async (tx: WorkspaceTx, row: store.ActivityRow): Promise<contract.Activity> =>
  activityFor(tx, row, await companyNames(tx, [row.partnershipId]))

/** The party that turned to the other. A partner's user who says that the partner did means its own company. */
const partyOfAct = (
  tx: WorkspaceTx,
  partnership: Parameters<typeof partyMeant>[1],
  direction: Direction,
  named?: Id,
) => {
  if (direction === "two_way") return null
  const side = direction === "from_host" ? "host" : "partner"
  return partyMeant(tx, partnership, side, named ?? (side === tx.actor.side ? partyOf(tx.actor) : undefined))
}

const record = action(contract.recordActivity, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordActivity,
  act: async (
    { tx, actor },
    partnership,
    { partnership: _, occurredAt = tx.now, direction, party, visibility, ...details },
  ) => {
    const happened = decideOccurrence(occurredAt, tx)
    if (isRefusal(happened)) return happened
    const kept = decideVisibility(actor.side, visibility)
    if (isRefusal(kept)) return kept
    if (details.contactId && !(await hasContact(tx, details.contactId)))
      return refuse("unknown-contact", { field: "contactId" })
    const partyId = await partyOfAct(tx, partnership, direction, party)
    if (isRefusal(partyId)) return partyId
    const row = await store.activities.insert(tx, {
      ...{ ...details, id: newId(), partnershipId: partnership.id, partyId, occurredAt, source: sourceOf(actor) },
      privateTo: privateTo(actor, visibility),
      recordedBy: actor.kind === "partner-user" ? actor.organizationId : null,
    })
    await tx.record(activityRecorded, {
      subjectId: row.id,
      partnershipId: partnership.id,
      occurredAt,
      visibility: row.visibility,
      payload: { kind: row.kind, direction: row.direction },
    })
    return activityAfter(tx, row)
  },
})

const list = action(contract.listActivities, {
  load: async (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }, filter) => {
    const [{ items, next }, nameOf] = await Promise.all([store.listActivities(tx, filter), companyNames(tx, [id])])
    return { items: items.map((row) => activityFor(tx, row, nameOf)), next }
  },
})

const retract = action(contract.retractActivity, {
  load: (tx, { activity }) => store.activities.lock(tx, activity),
  may: (actor, activity) => mayRetractActivity(actor, activity),
  act: async ({ tx }, before, { reason }) => {
    const retracted = decideRetraction(before, tx.now)
    if (isRefusal(retracted)) return retracted
    const row = await store.activities.save(tx, before.id, retracted)
    await tx.record(activityRetracted, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      visibility: row.visibility,
      payload: { kind: row.kind, reason },
    })
    return activityAfter(tx, row)
  },
})

const totals = action(contract.getActivityTotals, {
  load: nothing,
  may: whoeverSeesIt,
  act: async ({ tx }, _nothing, filter) => ({ items: await store.totals(tx, filter) }),
})

const timeline = action(contract.getTimeline, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor, platform }, { id }, filter) => {
    const [{ items, next }, nameOf] = await Promise.all([timelinePage(tx, filter), companyNames(tx, [id])])
    const befallen = await companiesBefallen(tx, id, nameOf)
    return {
      items: items.map(({ recordedBy, subjectType, subjectId, ...row }) => ({
        ...row,
        payload: row.source === "event" ? payloadFor(platform.contributed.events, actor, row) : row.payload,
        partyName: nameOf(id, row.partyId),
        companyName: subjectType === "organization" ? befallen(subjectId) : null,
        abilities: {
          retract: row.source === "activity" ? mayRetractActivity(actor, { recordedBy }) : "not-an-activity",
        },
      })),
      next,
    }
  },
})

export const actions = [record, list, retract, totals, timeline]
