import { type Again, asRecord, changedColumns, type RowChange, type SomeOfRow } from "#core/importable/again"
import { amountText } from "#core/money"
import { voidApprovals } from "#modules/approvals"
import { moveCommitmentsEnd } from "#modules/commitments"
import type { WorkspaceTx } from "#platform/tx"
import { agreementChanged } from "../events.ts"
import { type AgreementState, isInForce } from "../rules.ts"
import { allStanding } from "../store.ts"
import { noticeColumns, termIn } from "./notice.ts"

/** As by hand, only the terms of an agreement that is in force are changed. */
const may = ({ state }: SomeOfRow): boolean => isInForce({ state: state as AgreementState })

/** What a later file may say anew of an agreement. */
export const corrections: Again<
  | "title"
  | "signed_on"
  | "host_signer"
  | "partner_signer"
  | "starts_on"
  | "ends_on"
  | "auto_renews"
  | "notice_days"
  | "notice_months"
  | "renewal_months"
  | "value_minor"
  | "currency"
> = {
  called: "title",
  corrects: [
    {
      field: "title",
      columns: ["title"],
      may,
      isSame: ({ title }, row) => sameWords(title) === sameWords(row["title"]),
    },
    { field: "signed_on", columns: ["signed_on"], may, mayBeEmpty: true },
    { field: "host_signer", columns: ["host_signer"], may, mayBeEmpty: true },
    { field: "partner_signer", columns: ["partner_signer"], may, mayBeEmpty: true },
    { field: "starts_on", columns: ["starts_on"], may },
    {
      ...{ field: "ends_on", columns: ["ends_on"], may, mayBeEmpty: true },
      // A file goes on saying the end as it was signed, whatever renewals made of it.
      isSame: ({ ends_on, first_ends_on }, row) =>
        [ends_on, first_ends_on].some((day) => (day ?? "") === (row["ends_on"] ?? "")),
      // One that is said anew is as it was signed: renewals count from there.
      along: () => ({ first_ends_on: null, renewed: 0 }),
    },
    { field: "auto_renews", columns: ["auto_renews"], may },
    { field: "notice_days", columns: ["notice_days"], may, mayBeEmpty: true },
    { field: "notice_months", columns: ["notice_months"], may, mayBeEmpty: true },
    { field: "renewal_months", columns: ["renewal_months"], may, mayBeEmpty: true },
    {
      ...{ field: "value", columns: ["value_minor", "currency"], may },
      shows: (row) => amountText(row["value_minor"], row["currency"]),
    },
  ],
  isSound: ({ starts_on, ends_on, notice_days, notice_weeks, notice_months }) =>
    ((ends_on ?? null) === null || String(starts_on) <= String(ends_on)) &&
    [notice_days, notice_weeks, notice_months].filter((length) => (length ?? null) !== null).length <= 1,
}

const sameWords = (title: unknown): string => String(title).trim().toLowerCase()
const dayIn = (row: SomeOfRow): string | null => (row["ends_on"] as string | null | undefined) ?? null

/** The days of notice follow from the terms. */
export const noticeDayOf = async (tx: WorkspaceTx) => {
  const [noticeOf, standing] = [await noticeColumns(tx), await allStanding(tx)]
  return (row: SomeOfRow): SomeOfRow => noticeOf(termIn(row), standing.has(String(row["id"])))
}

/** What follows from new terms, as when people change them: promises that end with it, approvals that waited. */
export const agreementsChanged = async (tx: WorkspaceTx, changes: readonly RowChange[]): Promise<void> => {
  for (const { id, before, after } of changes) {
    await voidApprovals(tx, "agreement", id)
    if (dayIn(before) !== dayIn(after)) await moveCommitmentsEnd(tx, id, dayIn(before), dayIn(after))
  }
  await tx.recordBatch(
    agreementChanged,
    changes.map((each) => {
      const columns = changedColumns(each, ["notice_on", "last_notice_on"])
      const payload = { before: asRecord(each.before, columns), after: asRecord(each.after, columns) }
      return { subjectId: each.id, partnershipId: String(each.after["partnership_id"]), source: "import", payload }
    }),
  )
}
