import type { Side } from "#core/actor"
import type { SomeOfRow } from "#core/importable/again"
import { field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { momentOf, numberOf, textOf } from "#core/importable/row"
import { sharedHeaders } from "#core/importable/sharedFields"
import { isRefusal } from "#core/refusal"
import { openPartners, partnerField } from "#modules/partnerships"
import {
  type Importable,
  type ImportKind,
  importTable,
  isRowError,
  type RowError,
  rowErrorOf,
} from "#platform/importable"
import { decideOccurrence, signalsOfKind } from "./rules.ts"

/** Seen from the host's side, as lists of activities are. */
const directions = {
  inbound: "in, received, incoming, from partner, eingehend, entrant, entrante",
  outbound: "out, sent, outgoing, to partner, ausgehend, sortant, saliente",
  "two-way": "two way, both, mutual, beidseitig, bidirectionnel, bidireccional",
}

const turnedBy: Readonly<Record<keyof typeof directions, Side | undefined>> = {
  inbound: "partner",
  outbound: "host",
  "two-way": undefined,
}

const hoursOf = ({ effort_minutes }: SomeOfRow): string =>
  effort_minutes === null || effort_minutes === undefined ? "" : `${Number(effort_minutes) / 60} h`

const activityTable = importTable({
  name: "activity",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    kind: "text",
    party_id: "uuid",
    occurred_at: "timestamptz",
    person: "text",
    summary: "text",
    effort_minutes: "integer",
    external_id: "text",
  },
  now: ["recorded_at"],
  hasSource: true,
  knownBy: "external_id",
  about: "partnership_id",
  again: {
    called: "kind",
    corrects: [
      { field: "partner", columns: ["partnership_id"], may: () => false },
      { field: "occurred_on", columns: ["occurred_at"] },
      { field: "kind", columns: ["kind"] },
      { field: "direction", columns: ["party_id"] },
      { field: "person", columns: ["person"], mayBeEmpty: true },
      { field: "summary", columns: ["summary"], mayBeEmpty: true },
      { field: "effort_hours", columns: ["effort_minutes"], mayBeEmpty: true, shows: hoursOf },
    ],
    sameBy: ["partnership_id", "occurred_at", "kind", "party_id", "person", "summary", "effort_minutes"],
    isReplaced: true,
  },
  undo: "retract",
})

/** Something that happened between the two companies. */
const activities: ImportKind = {
  kind: "activities",
  fields: [
    partnerField,
    field("occurred_on", "When", "moment", sharedHeaders.when, { isRequired: true }),
    field(
      "kind",
      "Kind of activity",
      "text",
      "type, activity, activity type, event, art, aktivität, typ, ereignis, activité, type d'activité, actividad, tipo, tipo de actividad, tipo di attività, attività, tipo de atividade, atividade, activiteit, soort, rodzaj, aktywność",
      { isRequired: true, maxLength: 100 },
    ),
    field("direction", "Direction", "choice", "in out, inbound outbound, richtung, sens, dirección, sentido", {
      choices: directions,
      otherwise: "two-way",
    }),
    field(
      "person",
      "Person",
      "name",
      "contact, who, name, author, attendee, participant, ansprechpartner, kontakt, wer, personne, interlocuteur, qui, persona, contacto, quién, contatto, contato, contactpersoon, osoba",
    ),
    field(
      "summary",
      "Summary",
      "text",
      "subject, notes, note, description, comment, topic, betreff, notiz, beschreibung, thema, objet, sujet, résumé, commentaire, asunto, resumen, nota, descripción, oggetto, descrizione, assunto, descrição, onderwerp, omschrijving, temat, opis",
      { maxLength: 4_000 },
    ),
    field(
      "effort_hours",
      "Effort in hours",
      "number",
      "hours, effort, duration, duration hours, time spent, stunden, aufwand, dauer, heures, durée, temps passé, horas, esfuerzo, duración, ore, durata, uren, duur, duração, godziny, czas trwania",
      { min: 0, max: 100_000, unit: "hours" },
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, activity id, reference, nummer, identifiant, référence, identificador, referencia",
    ),
  ],
  example: {
    partner: "Contoso GmbH",
    occurred_on: "2026-03-25",
    kind: "workshop",
    direction: "two-way",
    person: "Ada Example",
    summary: "Joint planning for the second quarter",
    effort_hours: "3.5",
    external_id: "ACT-5001",
  },
  open: async ({ tx, add, covers, newId, remarks, shared }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    const signalsOf = spokenOf()
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const side = turnedBy[(textOf(row, "direction") ?? "two-way") as keyof typeof directions]
      const partyId = side && partyMeant(row, partnership, side)
      if (isRowError(partyId)) return partyId
      const occurredOn = textOf(row, "occurred_on") ?? ""
      const happened = decideOccurrence(occurredOn, tx)
      if (isRefusal(happened)) return rowErrorOf("occurred_on", happened)
      const kind = textOf(row, "kind") ?? ""
      covers({
        partnershipId: partnership.id,
        partner: textOf(row, "partner") ?? "",
        on: occurredOn,
        field: "occurred_on",
        signals: signalsOf(kind),
      })
      const minutes = minutesOf(numberOf(row, "effort_hours"), remarks)
      if (isRowError(minutes)) return minutes
      add(activityTable, {
        id: newId(),
        partnership_id: partnership.id,
        kind,
        party_id: partyId,
        occurred_at: momentOf(occurredOn),
        person: textOf(row, "person"),
        summary: textOf(row, "summary"),
        effort_minutes: minutes,
        external_id: textOf(row, "external_id"),
      })
      return "recorded"
    }
  },
}

/** Effort is kept in whole minutes; more than a few seconds that are lost are told. */
const minutesOf = (hours: number | undefined, remarks: Remarks): number | undefined | RowError => {
  if (hours === undefined) return undefined
  const minutes = Math.round(hours * 60)
  if (Math.abs(minutes - hours * 60) < 0.05) return minutes
  const about = { field: "effort_hours" }
  remarks.tell("number-rounded", { ...about, text: `${hours} h`, becomes: `${minutes} min` })
  return remarks.answerTo("number-rounded", about) === "refuse" ? { ...about, reason: "left-out-as-said" } : minutes
}

/** Kinds are few, rows are many; a file of which every row has its own kind is not remembered. */
const spokenOf = () => {
  const known = new Map<string, readonly string[]>()
  return (kind: string): readonly string[] => {
    const spoken = known.get(kind) ?? signalsOfKind(kind)
    if (known.size < 1_000) known.set(kind, spoken)
    return spoken
  }
}

export const importable: Partial<Importable> = {
  kinds: [activities],
  tables: [activityTable],
  holds: [
    { table: "partnership", from: "activity", by: "partnership_id", where: "r.retracted_at is null" },
    { table: "contact", from: "activity", by: "contact_id", where: "r.retracted_at is null" },
  ],
}
