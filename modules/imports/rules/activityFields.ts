import { dealStates, directions, signalSides } from "./choices.ts"
import { type FieldTable, field } from "./field.ts"
import { partnerField } from "./partnerFields.ts"

export const activityFields: FieldTable = {
  fields: [
    partnerField,
    field(
      "occurred_on",
      "When",
      "moment",
      "date, occurred at, day, time, timestamp, activity date, happened on, when, datum, tag, zeitpunkt, am, date de l'activité, jour, fecha, día, cuándo",
      { isRequired: true },
    ),
    field(
      "kind",
      "Kind of activity",
      "text",
      "type, activity, activity type, event, art, aktivität, typ, ereignis, activité, type d'activité, actividad, tipo, tipo de actividad",
      { isRequired: true, maxLength: 100 },
    ),
    field("direction", "Direction", "choice", "in out, inbound outbound, richtung, sens, dirección, sentido", {
      choices: directions,
    }),
    field(
      "person",
      "Person",
      "name",
      "contact, who, name, author, attendee, participant, ansprechpartner, kontakt, wer, personne, interlocuteur, qui, persona, contacto, quién",
    ),
    field(
      "summary",
      "Summary",
      "text",
      "subject, notes, note, description, comment, topic, betreff, notiz, beschreibung, thema, objet, sujet, résumé, commentaire, asunto, resumen, nota, descripción",
      { maxLength: 4_000 },
    ),
    field(
      "effort_hours",
      "Effort in hours",
      "number",
      "hours, effort, duration, duration hours, time spent, stunden, aufwand, dauer, heures, durée, temps passé, horas, esfuerzo, duración",
      { min: 0, max: 100_000 },
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, activity id, reference, nummer, identifiant, référence, identificador, referencia",
    ),
  ],
}

export const measurementFields: FieldTable = {
  fields: [
    { ...partnerField, headers: [...partnerField.headers, "partnership", "partnerschaft", "partenariat", "alianza"] },
    field(
      "signal",
      "Signal or metric",
      "text",
      "metric, kpi, measure, indicator, kennzahl, metrik, signal, indicateur, métrica, indicador, señal",
      { isRequired: true, maxLength: 100 },
    ),
    field("side", "Side", "choice", "party, seite, partei, côté, partie, lado, parte", { choices: signalSides }),
    field(
      "week",
      "Week",
      "week",
      "period, period start, week start, week of, week starting, date, woche, wochenbeginn, zeitraum, datum, semaine, période, début de période, date, semana, periodo, fecha",
      { isRequired: true },
    ),
    field(
      "value",
      "Value",
      "number",
      "actual, amount, result, measured, count, wert, ist, ergebnis, messwert, valeur, réel, résultat, valor, real, resultado",
      { isRequired: true },
    ),
    field(
      "expected",
      "Expected",
      "number",
      "promised, target, plan, planned, soll, erwartet, zielwert, attendu, prévu, cible, esperado, previsto, objetivo",
    ),
    field(
      "n",
      "Number of observations",
      "integer",
      "observations, sample size, sample, base, anzahl, stichprobe, nombre d'observations, échantillon, observaciones, muestra",
      { min: 0 },
    ),
  ],
}

export const dealFields: FieldTable = {
  fields: [
    partnerField,
    field(
      "name",
      "Deal",
      "text",
      "deal name, opportunity, opportunity name, project, title, geschäft, projekt, bezeichnung, opportunité, affaire, projet, nom, oportunidad, proyecto, negocio, nombre",
      { isRequired: true },
    ),
    field(
      "customer",
      "Customer",
      "name",
      "customer name, end customer, end user, client, account, kunde, endkunde, client final, client, cliente, cliente final",
    ),
    field(
      "amount",
      "Amount",
      "money",
      "value, deal value, deal size, revenue, arr, betrag, wert, auftragswert, umsatz, montant, valeur, importe, monto, valor",
    ),
    field("currency", "Currency", "currency", "currency code, währung, devise, moneda, divisa"),
    field("state", "State", "choice", "status, stage, deal status, stand, phase, statut, état, étape, estado, etapa", {
      choices: dealStates,
    }),
    field(
      "registered_on",
      "Registered on",
      "moment",
      "registered, submitted, submitted on, created, created on, registration date, registriert, registriert am, eingereicht am, erstellt, enregistré le, date d'enregistrement, créé le, registrado, fecha de registro, creado",
    ),
    field(
      "answered_on",
      "Answered on",
      "moment",
      "answered, approved on, decided on, decision date, response date, beantwortet, beantwortet am, genehmigt am, entschieden am, répondu le, date de réponse, respondido, fecha de respuesta",
    ),
    field(
      "close_on",
      "Expected close",
      "date",
      "close, close date, closing date, expected close date, closed on, abschluss, abschlussdatum, date de clôture, clôture, fecha de cierre, cierre",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, deal id, opportunity id, registration number, reference, nummer, identifiant, référence, identificador, referencia",
    ),
  ],
  inOrder: [["registered_on", "answered_on"]],
}
