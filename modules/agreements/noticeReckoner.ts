import { dateIn, type PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { noticeDaysOf, type Running } from "./rules.ts"

type Zoned = Readonly<{ timeZone?: string | null | undefined }>

/** The day it is where the days of an agreement end. */
export const todayOf = ({ actor, now }: WorkspaceTx, { timeZone }: Zoned): PlainDate =>
  dateIn(timeZone ?? actor.timeZone, now)

type NoticeDays = ReturnType<typeof noticeDaysOf>

/**
 * Reckons days of notice by the workspace's calendar. Whoever writes a last day, a renewal or what was agreed of notice writes them
 * with it; an agreement that was given notice has none.
 */
export const noticeReckoner = async (
  tx: WorkspaceTx,
): Promise<(term: Running & Zoned, isNoticeStanding?: boolean) => NoticeDays> => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  return (term, isNoticeStanding = false) =>
    isNoticeStanding ? { lastNoticeOn: null, noticeOn: null } : noticeDaysOf(term, todayOf(tx, term), isWorkday)
}
