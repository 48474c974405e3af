import { isRefusal, refuse } from "#core/refusal"
import { isActiveMember } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { regionsOf } from "#platform/business-calendar"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { calendarChanged, calendarMade, clockHandedOver, responseTargetSet } from "./events.ts"
import { calendarOf, delivered, hoursOf } from "./hours.ts"
import { mayHandOver, mayReadTimes, maySetTimes } from "./policy.ts"
import {
  type Calendar,
  decideCalendar,
  decideCourse,
  decideTarget,
  holderOf,
  promiseKinds,
  targetFor,
} from "./rules.ts"
import { settle } from "./run.ts"
import * as store from "./store.ts"
import { followCalendar } from "./tasks.ts"
import { clockFor, holderNames } from "./view.ts"

const list = action(contract.listCalendars, {
  load: nothing,
  may: mayReadTimes,
  act: async ({ tx, actor }) => {
    const items = await store.listCalendars(tx)
    const targets = await Promise.all(
      promiseKinds.map(async (promise) => {
        const versions = await store.targetVersions(tx, promise, tx.today)
        const target = targetFor(versions, tx.today)
        return { promise, ...target, inForceFrom: "inForceFrom" in target ? String(target.inForceFrom) : null }
      }),
    )
    return {
      items: items.map(calendarView),
      delivered: items.length > 0 ? null : await delivered(tx).then(fieldsOf),
      targets: targets.map(({ promise, promisedMinutes, warnMinutes, inForceFrom }) => ({
        ...{ promise, promisedMinutes, warnMinutes },
        inForceFrom,
      })),
      maySet: maySetTimes(actor) === true,
    }
  },
})

type Fields = Omit<contract.CalendarView, "id" | "isUsual" | "version">

const fieldsOf = ({ weekly, days, ...calendar }: Calendar): Fields => ({
  ...calendar,
  weekly: weekly.map((spans) => [...spans]),
  days: days.map(({ on, open }) => ({ on, open: [...open] })),
})

const calendarView = (row: store.CalendarRow): contract.CalendarView => ({
  ...fieldsOf(calendarOf(row)),
  id: row.id,
  isUsual: row.isUsual,
  version: row.version,
})

const listRegions = action(contract.listRegions, {
  load: nothing,
  may: mayReadTimes,
  act: async (_context, _nothing, { country }) => ({
    items: Object.entries(regionsOf(country)).map(([code, name]) => ({ code, name })),
  }),
})

/** What a workspace can keep as a calendar: in itself, among its others, and with a region that is known. */
const decided = async (tx: WorkspaceTx, given: Calendar, id?: string) => {
  const { name, timeZone, country, region, weekly, days } = given
  const calendar = decideCalendar({ name, timeZone, country, region, weekly, days })
  if (isRefusal(calendar)) return calendar
  if (region !== null && (country === null || !(region in regionsOf(country))))
    return refuse("unknown-region", { field: "region" })
  return (await store.isNameTaken(tx, name, id)) ? refuse("name-taken", { field: "name" }) : calendar
}

const make = action(contract.makeCalendar, {
  load: nothing,
  may: maySetTimes,
  act: async ({ tx, actor }, _nothing, given) => {
    const known = await store.listCalendars(tx)
    if (known.length >= store.mostCalendars) return refuse("too-many-calendars")
    const calendar = await decided(tx, given)
    if (isRefusal(calendar)) return calendar
    const row = await store.insertCalendar(tx, newId(), calendar, known.length === 0)
    await tx.record(calendarMade, { subjectId: row.id, payload: { name: row.name } })
    // What ran by the delivered one goes on by the first that is made: it takes its place.
    if (row.isUsual)
      await tx.enqueue(followCalendar, { workspaceId: actor.workspaceId, calendarId: null, changedAt: tx.now })
    return calendarView(row)
  },
})

const edit = action(contract.editCalendar, {
  load: (tx, { calendar }) => store.lockCalendar(tx, calendar),
  may: maySetTimes,
  act: async ({ tx, actor }, before, given) => {
    const calendar = await decided(tx, given, before.id)
    if (isRefusal(calendar)) return calendar
    const row = await store.saveCalendar(tx, before.id, calendar)
    const payload = { name: row.name, before: calendarOf(before), after: calendar }
    await tx.record(calendarChanged, { subjectId: row.id, payload })
    await tx.enqueue(followCalendar, { workspaceId: actor.workspaceId, calendarId: row.id, changedAt: tx.now })
    return calendarView(row)
  },
})

const choose = action(contract.chooseCalendar, {
  load: (tx, { calendar }) => store.lockCalendar(tx, calendar),
  may: maySetTimes,
  act: async ({ tx }, { id }) => calendarView(await store.chooseUsual(tx, id)),
})

const setTarget = action(contract.setResponseTarget, {
  load: nothing,
  may: maySetTimes,
  act: async ({ tx }, _nothing, { promise, inForceFrom = tx.today, promisedMinutes, warnMinutes }) => {
    const target = decideTarget({ promisedMinutes, warnMinutes })
    if (isRefusal(target)) return target
    if (inForceFrom < tx.today) return refuse("in-the-past", { field: "inForceFrom" })
    const { id } = await store.insertTarget(tx, newId(), promise, { ...target, inForceFrom })
    await tx.record(responseTargetSet, { subjectId: id, payload: { promise, ...target, inForceFrom } })
    return { promise, ...target, inForceFrom }
  },
})

const handOver = action(contract.handOverClock, {
  load: (tx, { clock }) => store.lockClock(tx, clock),
  may: mayHandOver,
  act: async ({ tx, actor }, row, { calendar: to, member }) => {
    const calendar = to === undefined ? undefined : await store.findCalendar(tx, to)
    if (to !== undefined && !calendar) return refuse("unknown-calendar", { field: "calendar" })
    if (member && !(await isActiveMember(tx, member))) return refuse("unknown-member", { field: "member" })
    const settled = await settle(tx, row)
    const before = holderOf(settled)
    const leg = {
      calendar: calendar ? calendarOf(calendar) : (before?.calendar ?? (await delivered(tx))),
      memberId: member === undefined ? (before?.memberId ?? null) : member,
    }
    const clock = decideCourse(settled, leg, tx.now, hoursOf)
    if (isRefusal(clock)) return clock
    const saved = await store.saveClock(tx, row.id, clock, calendar ? { calendarId: calendar.id } : {})
    await tx.record(clockHandedOver, {
      subjectId: row.id,
      partnershipId: row.partnershipId,
      payload: { from: before?.calendar.name ?? "", to: leg.calendar.name },
    })
    const after = await settle(tx, saved)
    return clockFor(actor, after, tx.now, await holderNames(tx, [after]))
  },
})

export const actions = [list, listRegions, make, edit, choose, setTarget, handOver]
