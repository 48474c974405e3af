import type { SomeOfRow } from "#core/importable/again"
import { field } from "#core/importable/field"
import type { RowError } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { noticeReckoner } from "../noticeReckoner.ts"

export const noticeMonthsField = field(
  "notice_months",
  "Notice period in months",
  "integer",
  "notice months, notice period months, months notice, kündigungsfrist monate, kündigungsfrist in monaten, préavis mois, préavis en mois, preaviso meses, meses de preaviso",
  { min: 0, max: 120 },
)

/** A length in days and one in months: nobody knows which was agreed. */
export const saidTwice: RowError = { field: "notice_months", reason: "notice-said-twice" }

type Reckon = Awaited<ReturnType<typeof noticeReckoner>>

/** The days of notice of a row, which follow from its terms. */
export const noticeColumns = async (tx: WorkspaceTx) => {
  const reckon = await noticeReckoner(tx)
  return (term: Parameters<Reckon>[0]) => {
    const { lastNoticeOn, noticeOn } = reckon(term)
    return { last_notice_on: lastNoticeOn, notice_on: noticeOn }
  }
}

/** A row of the table as the rules know its term. */
export const termIn = (row: SomeOfRow): Parameters<Reckon>[0] => {
  const of = <T>(column: string) => row[column] as T | null | undefined
  return {
    startsOn: String(row["starts_on"]),
    endsOn: of<string>("ends_on"),
    autoRenews: row["auto_renews"] === true,
    noticeDays: of<number>("notice_days"),
    noticeMonths: of<number>("notice_months"),
    renewalMonths: of<number>("renewal_months"),
  }
}
