import { field } from "#core/importable/field"
import { numberOf, textOf } from "#core/importable/row"
import type { PlainDate } from "#core/time"
import { openPartners } from "#modules/partnerships"
import type { ImportAddition } from "#platform/importable"
import { noticeReckoner } from "../noticeReckoner.ts"
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
    field(
      "notice_days",
      "Notice period in days",
      "integer",
      "notice, notice period, notice period days, kündigungsfrist, kündigungsfrist tage, préavis, préavis jours, preaviso, días de preaviso",
      { min: 0, max: 3_650 },
    ),
  ],
  inOrder: [["started_on", "ends_on"]],
  example: { ends_on: "2027-01-14", notice_days: "90" },
  open: async ({ tx, add, newId, shared, today }) => {
    const noticeOn = await noticeReckoner(tx)
    const partners = await shared(openPartners)
    return (row, partnershipId) => {
      const endsOn = textOf(row, "ends_on")
      const partnership = partners.byId(partnershipId)
      if (endsOn === undefined || !partnership) return
      const notice = numberOf(row, "notice_days")
      add(agreementTable, {
        id: newId(),
        partnership_id: partnership.id,
        title: partnership.name,
        state: endsOn < today ? "expired" : "in_force",
        signed_on: undefined,
        starts_on: partnership.startedOn ?? earlier(today, endsOn),
        ends_on: endsOn,
        auto_renews: false,
        notice_days: notice,
        notice_on: noticeOn({ endsOn, noticeDays: notice }),
        value_minor: undefined,
        currency: partnership.currency,
        external_id: undefined,
      })
    }
  },
}

const earlier = (day: PlainDate, other: PlainDate): PlainDate => (other < day ? other : day)
