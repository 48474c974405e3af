import { dateIn, type PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { noticeDaysOf, type Running } from "./rules.ts"

type Zoned = Readonly<{ timeZone?: string | null | undefined }>

/** Where the days of an agreement end: in its own time zone, else in the workspace's. */
export const zoneOf = ({ actor }: Pick<WorkspaceTx, "actor">, { timeZone }: Zoned): string => timeZone ?? actor.timeZone

/** The day it is there. */
export const todayOf = (tx: WorkspaceTx, zoned: Zoned): PlainDate => dateIn(zoneOf(tx, zoned), tx.now)

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
