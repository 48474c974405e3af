import type { SomeOfRow } from "#core/importable/again"
import { field } from "#core/importable/field"
import { daysOrMonthsOf, type ImportRow, numberOf } from "#core/importable/row"
import type { RowError } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { noticeReckoner } from "../noticeReckoner.ts"
import type { NoticeTarget } from "../rules.ts"

export const noticeMonthsField = field(
  "notice_months",
  "Notice period in months",
  "integer",
  "notice months, notice period months, months notice, kündigungsfrist monate, kündigungsfrist in monaten, préavis mois, préavis en mois, preaviso meses, meses de preaviso",
  { min: 0, max: 120 },
)

/** A length in days; "3 months" stays three months. */
export const noticeDaysField = field(
  "notice_days",
  "Notice period in days",
  "integer",
  "notice, notice period, notice period days, kündigungsfrist, kündigungsfrist tage, préavis, préavis jours, preaviso, días de preaviso",
  { min: 0, max: 3_650, unit: "days", orMonths: true },
)

type Length = Readonly<{ noticeDays: number | undefined; noticeMonths: number | undefined }>

/** How long notice is, whichever column says it; of a length in days and one in months nobody knows which was agreed. */
export const noticeLengthIn = (row: ImportRow): Length | RowError => {
  const [length, months] = [daysOrMonthsOf(row, "notice_days"), numberOf(row, "notice_months")]
  if (length !== undefined && months !== undefined) return { field: "notice_months", reason: "notice-said-twice" }
  return typeof length === "object"
    ? { noticeDays: undefined, noticeMonths: length.months }
    : { noticeDays: length, noticeMonths: months }
}

/** What a file does not say of a term. */
export const unsaid = {
  notice_weeks: undefined,
  notice_to: undefined,
  time_zone: undefined,
  first_ends_on: undefined,
  renewed: 0,
} as const

type Reckon = Awaited<ReturnType<typeof noticeReckoner>>
type Term = Parameters<Reckon>[0]

/** The days of notice of a row, which follow from its terms. */
export const noticeColumns = async (tx: WorkspaceTx) => {
  const reckon = await noticeReckoner(tx)
  return (term: Term, isNoticeStanding = false) => {
    const { lastNoticeOn, noticeOn } = reckon(term, isNoticeStanding)
    return { last_notice_on: lastNoticeOn, notice_on: noticeOn }
  }
}

/** A row of the table as the rules know its term. */
export const termIn = (row: SomeOfRow): Term => {
  const of = <T>(column: string) => row[column] as T | null | undefined
  return {
    startsOn: String(row["starts_on"]),
    endsOn: of<string>("ends_on"),
    firstEndsOn: of<string>("first_ends_on"),
    autoRenews: row["auto_renews"] === true,
    noticeDays: of<number>("notice_days"),
    noticeWeeks: of<number>("notice_weeks"),
    noticeMonths: of<number>("notice_months"),
    noticeTo: of<NoticeTarget>("notice_to"),
    renewalMonths: of<number>("renewal_months"),
    timeZone: of<string>("time_zone"),
  }
}
