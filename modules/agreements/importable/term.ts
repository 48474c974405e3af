import { field } from "#core/importable/field"
import { textOf } from "#core/importable/row"
import type { PlainDate } from "#core/time"
import { openPartners } from "#modules/partnerships"
import { type ImportAddition, isRowError } from "#platform/importable"
import { openAgreements, sameTitle } from "./known.ts"
import { noticeColumns, noticeDaysField, noticeLengthIn, noticeMonthsField, unsaid } from "./notice.ts"
import { agreementTable } from "./table.ts"

/** Where a file of partners knows when the term ends, the partnership comes with its agreement. */
export const term: ImportAddition = {
  kind: "partners",
  fields: [
    field(
      "ends_on",
      "End of the term",
      "date",
      "end, end date, expiry, expires on, expiration, renewal date, renewal, ende, enddatum, ablaufdatum, laufzeitende, date de fin, échéance, fecha de fin, vencimiento",
    ),
    noticeDaysField,
    noticeMonthsField,
  ],
  inOrder: [["started_on", "ends_on"]],
  example: { ends_on: "2027-01-14", notice_days: "90" },
  open: async ({ tx, add, again, newId, remarks, shared, today }) => {
    const noticeOf = await noticeColumns(tx)
    const partners = await shared(openPartners)
    const agreements = await shared(openAgreements)
    return (row, partnershipId, isKnown) => {
      const endsOn = textOf(row, "ends_on")
      const partnership = partners.byId(partnershipId)
      if (!partnership) return
      const there = isKnown ? agreements.of(partnershipId) : []
      const [named, ...others] = there.filter((each) => sameTitle(each, partnership.name))
      const existing = others.length === 0 ? named : undefined
      if (existing === undefined && endsOn === undefined) return
      // Which of its agreements the file means, nobody knows.
      if (existing === undefined && there.length > 0)
        return remarks.tell("term-left-out", { field: "ends_on", text: `${partnership.name}: ${endsOn}` })
      const length = noticeLengthIn(row)
      if (isRowError(length)) return length
      const { noticeDays, noticeMonths } = length
      const startsOn = partnership.startedOn ?? (endsOn === undefined ? today : earlier(today, endsOn))
      const agreement = {
        id: existing?.id ?? newId(),
        partnership_id: partnership.id,
        title: partnership.name,
        state: endsOn !== undefined && endsOn < today ? "expired" : "in_force",
        signed_on: undefined,
        host_signer: undefined,
        partner_signer: undefined,
        starts_on: startsOn,
        ends_on: endsOn,
        auto_renews: false,
        notice_days: noticeDays,
        notice_months: noticeMonths,
        ...unsaid,
        renewal_months: undefined,
        ...noticeOf({ startsOn, endsOn, autoRenews: false, noticeDays, noticeMonths }),
        value_minor: undefined,
        currency: partnership.currency,
        external_id: undefined,
      }
      if (existing) return again(agreementTable, existing.id, agreement)
      remarks.tell("term-made", { field: "ends_on", text: partnership.name, becomes: agreement.starts_on })
      add(agreementTable, agreement)
    }
  },
}

const earlier = (day: PlainDate, other: PlainDate): PlainDate => (other < day ? other : day)
