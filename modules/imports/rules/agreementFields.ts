import { cadences, objectiveCategories, ramps, sides, yesNo } from "./choices.ts"
import { type FieldTable, field } from "./field.ts"
import { partnerField } from "./partnerFields.ts"

const startsOn = field(
  "starts_on",
  "Starts on",
  "date",
  "start, start date, begin, from, valid from, effective date, beginn, startdatum, gültig ab, von, date de début, début, fecha de inicio, inicio, desde",
)
const endsOn = field(
  "ends_on",
  "Ends on",
  "date",
  "end, end date, until, to, expiry, expires on, valid to, term end, ende, enddatum, gültig bis, bis, laufzeitende, date de fin, fin, échéance, fecha de fin, vencimiento, hasta",
)
const agreement = field(
  "agreement",
  "Agreement title",
  "text",
  "contract, agreement, contract title, contract name, vertrag, vertragstitel, vereinbarung, contrat, accord, titre du contrat, contrato, acuerdo",
)
const inOrder = [["starts_on", "ends_on"]] as const

export const agreementFields: FieldTable = {
  fields: [
    partnerField,
    field(
      "title",
      "Title",
      "text",
      "agreement, contract, agreement title, contract title, name, vertrag, vertragstitel, titel, bezeichnung, contrat, titre, intitulé, contrato, título, acuerdo",
      { isRequired: true },
    ),
    field(
      "signed_on",
      "Signed on",
      "date",
      "signed, signature date, date signed, signing date, unterzeichnet, unterzeichnet am, unterschrieben, signé le, date de signature, firmado, fecha de firma",
    ),
    startsOn,
    endsOn,
    field(
      "auto_renews",
      "Renews by itself",
      "flag",
      "auto renew, auto renewal, automatic renewal, autorenew, automatische verlängerung, verlängert sich, renouvellement automatique, tacite reconduction, renovación automática",
      { choices: yesNo },
    ),
    field(
      "notice_days",
      "Notice period in days",
      "integer",
      "notice, notice period, kündigungsfrist, kündigungsfrist tage, préavis, préavis jours, preaviso, días de preaviso",
      { min: 0, max: 3_650 },
    ),
    field("currency", "Currency", "currency", "currency code, währung, devise, moneda, divisa"),
    field(
      "value",
      "Value",
      "money",
      "amount, contract value, total, total value, tcv, wert, vertragswert, betrag, valeur, montant, valor, importe, monto",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, contract id, contract number, agreement number, reference, vertragsnummer, nummer, numéro de contrat, référence, número de contrato, referencia",
    ),
  ],
  inOrder: [...inOrder],
}

export const objectiveFields: FieldTable = {
  fields: [
    partnerField,
    agreement,
    field(
      "title",
      "Objective",
      "text",
      "title, goal, objective title, name, description, ziel, zielsetzung, titel, objectif, titre, but, objetivo, título, meta",
      { isRequired: true },
    ),
    field("category", "Category", "choice", "type, area, kategorie, art, catégorie, categoría, tipo", {
      choices: objectiveCategories,
    }),
    field(
      "metric",
      "Metric",
      "text",
      "measure, kpi, indicator, metrik, kennzahl, messgröße, indicateur, mesure, métrica, indicador",
    ),
    field(
      "target",
      "Target",
      "number",
      "target value, goal value, quota, plan, zielwert, soll, cible, valeur cible, valor objetivo, cuota",
      { isRequired: true },
    ),
    field("unit", "Unit", "text", "units, unit of measure, einheit, unité, unidad"),
    startsOn,
    endsOn,
    field(
      "ramp",
      "Ramp",
      "choice",
      "curve, ramp curve, phasing, verlauf, anlauf, kurve, courbe, montée en charge, curva, rampa",
      { choices: ramps },
    ),
    field(
      "weight",
      "Weight",
      "number",
      "weighting, importance, gewicht, gewichtung, poids, pondération, peso, ponderación",
      { min: 0 },
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, objective id, reference, nummer, référence, referencia",
    ),
  ],
  inOrder: [...inOrder],
}

export const commitmentFields: FieldTable = {
  fields: [
    partnerField,
    agreement,
    field(
      "owed_by",
      "Owed by",
      "choice",
      "owed by side, side, party, who, owner side, responsible, schuldner, seite, partei, wer, verantwortlich, côté, partie, qui, responsable, lado, parte, quién",
      { isRequired: true, choices: sides },
    ),
    field(
      "title",
      "Promise",
      "text",
      "title, commitment, obligation, what, description, duty, zusage, verpflichtung, pflicht, titel, engagement, obligation, titre, compromiso, obligación, título",
      { isRequired: true },
    ),
    field(
      "cadence",
      "How often",
      "choice",
      "frequency, recurrence, interval, rhythm, häufigkeit, turnus, rhythmus, fréquence, périodicité, frecuencia, periodicidad",
      { choices: cadences },
    ),
    field(
      "due_on",
      "Due on",
      "date",
      "due, due date, deadline, by, fällig, fällig am, frist, termin, échéance, date limite, fecha límite, vence, vencimiento",
    ),
    field(
      "within_hours",
      "Within hours",
      "number",
      "hours, sla, sla hours, response time, response hours, stunden, reaktionszeit, heures, délai heures, horas, plazo horas",
      { min: 0 },
    ),
    startsOn,
    endsOn,
    field(
      "evidence",
      "Evidence needed",
      "text",
      "proof, evidence, nachweis, beleg, preuve, justificatif, evidencia, prueba",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, commitment id, reference, nummer, référence, referencia",
    ),
  ],
  inOrder: [...inOrder],
  oneOf: [["cadence", "due_on", "within_hours"]],
}
