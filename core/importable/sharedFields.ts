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

/** Names of columns that files of several kinds have, and files without a workspace too. */
export const sharedHeaders = {
  partner:
    "partner name, company, company name, organization, organisation, account, vendor, firma, unternehmen, partnername, kunde, société, entreprise, partenaire, nom du partenaire, empresa, socio, compañía, nombre del socio, partner id, partner key, partner number, partner no, account id, account number, account no, company id, customer id, customer number, kundennummer, partnernummer, kundennr, kunden nr, partner nr, debitorennummer, numéro de client, número de cliente, organización, empresa asociada, entreprise associée, bedrijf, bedrijfsnaam, organisatie, partnernaam, azienda, organizzazione, nome partner, parceiro, nome do parceiro, organização, kontrahent, nazwa partnera, パートナー, パートナー名, 会社名, 企業名, 取引先, 取引先名",
  signal:
    "metric, kpi, measure, indicator, kennzahl, metrik, signal, indicateur, métrica, indicador, señal, metrica, indicatore, metriek, meetwaarde, wskaźnik, miernik, 指標, シグナル",
  side: "party, seite, partei, côté, partie, lado, parte, 側",
  week: "period, period start, week start, week of, week starting, date, woche, wochenbeginn, zeitraum, datum, semaine, période, début de période, date, semana, periodo, fecha, settimana, período, periode, data, tydzień, okres, timestamp, 週, 週開始日, 日付",
  value:
    "actual, amount, result, measured, count, wert, ist, ergebnis, messwert, valeur, réel, résultat, valor, real, resultado, valore, risultato, waarde, aantal, wartość, wynik, 値, 実績, 件数",
  expected:
    "promised, target, plan, planned, soll, erwartet, zielwert, attendu, prévu, cible, esperado, previsto, objetivo",
  observations:
    "observations, sample size, sample, base, anzahl, stichprobe, nombre d'observations, échantillon, observaciones, muestra",
  when: "date, occurred at, day, time, timestamp, activity date, happened on, when, datum, tag, zeitpunkt, am, date de l'activité, jour, fecha, día, cuándo, data, giorno, dia, quando, dag, wanneer, dzień, kiedy, 日付, 日時, 実施日",
} as const
