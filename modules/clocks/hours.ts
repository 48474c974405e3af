import type { OpenHours } from "#core/businessTime"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { holidaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import {
  agreedTargetFor,
  type Calendar,
  deliveredCalendar,
  openHoursOf,
  type PromiseKind,
  type Target,
  targetFor,
} from "./rules.ts"
import * as store from "./store.ts"

/** A calendar with the holidays of its country and region. */
export const hoursOf = (calendar: Calendar): OpenHours =>
  openHoursOf(calendar, ({ country, region }) => holidaysOf(country, region))

/** A row as the rules know a calendar. */
export const calendarOf = ({ name, timeZone, country, region, weekly, days }: Calendar): Calendar => ({
  ...{ name, timeZone, country, region },
  ...{ weekly, days },
})

/** What counts while a workspace has made no calendar. */
export const delivered = async (tx: WorkspaceTx): Promise<Calendar> => {
  const workspace = await findWorkspace(tx)
  if (!workspace) throw new Error("a workspace's transaction found no workspace")
  return deliveredCalendar(workspace)
}

/** The calendar by which something counts where nothing else is said. */
export const usualCalendar = async (tx: WorkspaceTx): Promise<Readonly<{ id: Id | null; calendar: Calendar }>> => {
  const row = await store.usualCalendar(tx)
  return row ? { id: row.id, calendar: calendarOf(row) } : { id: null, calendar: await delivered(tx) }
}

/** What is promised for what is submitted on a day. */
const targetOn = async (tx: WorkspaceTx, promise: PromiseKind, submittedOn: PlainDate): Promise<Target> => {
  const { promisedMinutes, warnMinutes } = targetFor(await store.targetVersions(tx, promise, submittedOn), submittedOn)
  return { promisedMinutes, warnMinutes }
}

/** The same in one partnership, where its agreement's word goes first; read once for all that was submitted on one day. */
export const agreedTargets = async (
  tx: WorkspaceTx,
  partnershipId: Id,
  promise: PromiseKind,
): Promise<(submittedOn: PlainDate) => Promise<Target>> => {
  const agreed = await store.agreedTargets(tx, partnershipId, promise)
  const known = new Map<PlainDate, Target>()
  return async (submittedOn) => {
    const usual = known.get(submittedOn) ?? (await targetOn(tx, promise, submittedOn))
    known.set(submittedOn, usual)
    return agreedTargetFor(agreed, usual, submittedOn)
  }
}
