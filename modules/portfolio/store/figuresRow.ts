import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { NextEnd } from "#modules/agreements"
import type { PromiseCounts } from "#modules/commitments"
import type { DriftStanding } from "#modules/drift"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { columnsOf } from "./refresh.ts"

/** Figures as their columns are called, stored or derived alike. */
export type FiguresRow = Readonly<{
  keptHost: number
  dueHost: number
  keptPartner: number
  duePartner: number
  openHost: number
  openPartner: number
  overdueHost: number
  overduePartner: number
  olderHost: number
  olderPartner: number
  nextDueOn: PlainDate | null
  agreementId: Id | null
  agreementTitle: string | null
  agreementRenews: boolean | null
  endsOn: PlainDate | null
  noticeOn: PlainDate | null
  lastActivityAt: string | null
  lastContactAt: string | null
  driftState: DriftStanding["state"]
  isDrifting: boolean
  silentSince: PlainDate | null
  onsetOn: PlainDate | null
  onsetLow: PlainDate | null
  onsetHigh: PlainDate | null
  changedSince: PlainDate | null
  firstSide: DriftStanding["firstSide"]
  driftProbability: number | null
  driftCaseId: Id | null
  revenue: number | null
  value: number | null
}>

/** The same as a line shows them. */
export type FiguresOfLine = Readonly<{
  older: { host: number; partner: number }
  nextDueOn: PlainDate | null
  drift: DriftStanding
  onsetBand: { low: PlainDate; high: PlainDate } | null
  nextEnd: NextEnd | null
  lastActivityAt: string | null
  lastContactAt: string | null
  /** Of `revenueWindowDays`, in whole units of the partnership's currency. */
  revenue: number | null
}> &
  PromiseCounts

export const columnsFrom = (of: string, all: readonly Figures[]) =>
  sql.join(columnsOf(all).map((column) => sql.ref(`${of}.${column}`)))

export const figuresOf = (row: FiguresRow): FiguresOfLine => ({
  kept: {
    host: { kept: row.keptHost, due: row.dueHost },
    partner: { kept: row.keptPartner, due: row.duePartner },
  },
  promises: {
    host: { open: row.openHost, overdue: row.overdueHost },
    partner: { open: row.openPartner, overdue: row.overduePartner },
  },
  older: { host: row.olderHost, partner: row.olderPartner },
  nextDueOn: row.nextDueOn,
  drift: {
    state: row.driftState,
    silentSince: row.silentSince,
    onsetOn: row.onsetOn,
    changedSince: row.changedSince,
    firstSide: row.firstSide,
    probability: row.driftProbability,
    caseId: row.driftCaseId,
  },
  onsetBand: row.onsetLow && row.onsetHigh ? { low: row.onsetLow, high: row.onsetHigh } : null,
  nextEnd:
    row.agreementId === null || row.endsOn === null
      ? null
      : {
          agreementId: row.agreementId,
          title: row.agreementTitle ?? "",
          endsOn: row.endsOn,
          noticeOn: row.noticeOn,
          autoRenews: row.agreementRenews ?? false,
        },
  lastActivityAt: row.lastActivityAt,
  lastContactAt: row.lastContactAt,
  revenue: row.revenue,
})
