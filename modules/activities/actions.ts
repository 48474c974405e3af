import type { WorkspaceActor } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { hasContact } from "#modules/people"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "./contract.ts"
import { activityRecorded, activityRetracted } from "./events.ts"
import { mayRecordActivity, mayRetractActivity } from "./policy.ts"
import { decideOccurrence, decideVisibility, sourceOf } from "./rules.ts"
import * as store from "./store/activity.ts"
import { timelinePage } from "./store/timeline.ts"

const activityFor = (actor: WorkspaceActor, row: store.ActivityRow): contract.Activity => ({
  ...row,
  abilities: { retract: row.retractedAt === null ? mayRetractActivity(actor, row) : "already-retracted" },
})

const record = action(contract.recordActivity, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordActivity,
  act: async ({ tx, actor }, partnership, { partnership: _, occurredAt = tx.now, ...details }) => {
    const happened = decideOccurrence(occurredAt, tx.now)
    if (isRefusal(happened)) return happened
    const kept = decideVisibility(actor.side, details.visibility)
    if (isRefusal(kept)) return kept
    if (details.contactId && !(await hasContact(tx, details.contactId)))
      return refuse("unknown-contact", { field: "contactId" })
    const made = { ...details, id: newId(), partnershipId: partnership.id, occurredAt, source: sourceOf(actor) }
    const row = await store.insertActivity(tx, made)
    await tx.record(activityRecorded, {
      subjectId: row.id,
      partnershipId: partnership.id,
      occurredAt,
      visibility: row.visibility,
      payload: { kind: row.kind, direction: row.direction },
    })
    return activityFor(actor, row)
  },
})

const list = action(contract.listActivities, {
  load: async (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, _partnership, filter) => {
    const { items, next } = await store.listActivities(tx, filter)
    return { items: items.map((row) => activityFor(actor, row)), next }
  },
})

const retract = action(contract.retractActivity, {
  load: (tx, { activity }) => store.lockActivity(tx, activity),
  may: (actor, activity) => mayRetractActivity(actor, activity),
  act: async ({ tx, actor }, before, { reason }) => {
    if (before.retractedAt !== null) return refuse("already-retracted")
    const row = await store.saveRetraction(tx, before.id)
    await tx.record(activityRetracted, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      visibility: row.visibility,
      payload: { kind: row.kind, reason },
    })
    return activityFor(actor, row)
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
  act: async ({ tx, actor }, _partnership, filter) => {
    const { items, next } = await timelinePage(tx, filter)
    return {
      items: items.map(({ recordSource, ...row }) => ({
        ...row,
        abilities: {
          retract: row.source === "activity" ? mayRetractActivity(actor, { source: recordSource }) : "not-an-activity",
        },
      })),
      next,
    }
  },
})

export const actions = [record, list, retract, totals, timeline]
