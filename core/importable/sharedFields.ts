import type { PlainDate } from "#core/time"
import { field } from "./field.ts"

/** Fields that files of several kinds have, under the same names. */
export const startsOnField = field(
  "starts_on",
  "Starts on",
  "date",
  "start, start date, begin, from, valid from, effective date, beginn, startdatum, gültig ab, von, date de début, début, fecha de inicio, inicio, desde, begindatum, data di inizio, data inizio, data de início, data rozpoczęcia",
)
export const endsOnField = field(
  "ends_on",
  "Ends on",
  "date",
  "end, end date, until, to, expiry, expires on, valid to, term end, ende, enddatum, gültig bis, bis, laufzeitende, date de fin, fin, échéance, fecha de fin, vencimiento, hasta, einddatum, data di fine, data fine, data de término, data zakończenia",
)
export const currencyField = field(
  "currency",
  "Currency",
  "currency",
  "currency code, currency iso code, deal currency code, amount currency, deal currency, transaction currency, währung, devise, moneda, divisa, valuta, moeda, waluta",
)

/** What a day that lies before the start is told. */
export const beforeStart = (field: string, startsOn: PlainDate) => ({
  field,
  reason: "date-before-start",
  params: { other: startsOnField.label, otherKey: startsOnField.key, otherValue: startsOn },
})
