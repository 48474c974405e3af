import type { Id } from "#core/ids"
import { type ChoicesOf, type Field, field } from "#core/importable/field"
import { fillIn } from "#core/importable/fillIn"
import type { RemarkKind, Remarks } from "#core/importable/remark"
import { type ImportRow, numberOf, textOf } from "#core/importable/row"
import { beforeStart, endsOnField, startsOnField } from "#core/importable/sharedFields"
import type { PlainDate } from "#core/time"
import { sideChoices } from "#modules/partnerships"
import { type BulkRow, type Importable, importTable, type RowError } from "#platform/importable"
import { updateDueStates } from "./jobs.ts"
import type { Cadence, EvidenceNeeded } from "./rules.ts"

const cadences: ChoicesOf<Cadence> = {
  once: "one time, one off, single, einmalig, une fois, unique, una vez, única, una tantum, uma vez, eenmalig, jednorazowo",
  weekly:
    "week, every week, wöchentlich, hebdomadaire, semanal, settimanale, semanalmente, wekelijks, tygodniowo, co tydzień",
  monthly:
    "month, every month, monatlich, mensuel, mensual, mensuelle, mensile, mensal, maandelijks, miesięcznie, co miesiąc",
  quarterly:
    "quarter, every quarter, vierteljährlich, quartalsweise, trimestriel, trimestral, trimestrielle, trimestrale, per kwartaal, elk kwartaal, kwartalnie, co kwartał",
  yearly: "annual, annually, year, every year, jährlich, annuel, anual, annuelle, annuale, jaarlijks, rocznie, co rok",
}

const evidences: Readonly<Record<EvidenceNeeded, string>> = {
  any: "either, all kinds, beliebig, egal, quelconque, cualquiera, qualquer",
  file: "document, upload, attachment, datei, dokument, fichier, pièce jointe, archivo, documento, arquivo, anexo",
  record: "activity, entry, log, eintrag, aktivität, enregistrement, registro, actividad",
  confirmation:
    "confirm, confirmed, sign off, acknowledgement, bestätigung, gegenzeichnung, accusé, confirmación, confirmação, conferma, bevestiging, potwierdzenie",
}

/** What a file says of a promise; which agreement it belongs to is said by #modules/agreements. */
export const commitmentFields: readonly Field[] = [
  field(
    "owed_by",
    "Owed by",
    "choice",
    "owed by side, side, party, who, owner side, responsible, schuldner, seite, partei, wer, verantwortlich, côté, partie, qui, responsable, lado, parte, quién, geschuldet von, schuldet, dû par, debido por, dovuto da, devido por, verschuldigd door, zobowiązany",
    { isRequired: true, choices: sideChoices, orName: true },
  ),
  field(
    "title",
    "Promise",
    "text",
    "title, commitment, obligation, what, description, duty, zusage, verpflichtung, pflicht, titel, engagement, obligation, titre, compromiso, obligación, título, promessa, impegno, toezegging, zobowiązanie",
    { isRequired: true },
  ),
  field(
    "cadence",
    "How often",
    "choice",
    "frequency, recurrence, interval, rhythm, häufigkeit, turnus, rhythmus, fréquence, périodicité, frecuencia, periodicidad, frequenza, frequência, frequentie, częstotliwość",
    { choices: cadences },
  ),
  field(
    "due_on",
    "Due on",
    "date",
    "due, due date, next due date, next due, next due on, first due date, first due, first due on, next date, deadline, by, nächste fälligkeit, nächster termin, prochaine échéance, próximo vencimiento, próxima fecha, fällig, fällig am, frist, termin, échéance, date limite, fecha límite, vence, vencimiento, scadenza, prossima scadenza, vencimento, próximo vencimento, vervaldatum, volgende vervaldatum, następny termin",
  ),
  field(
    "within_hours",
    "Within hours",
    "number",
    "hours, sla, sla hours, response time, response hours, stunden, reaktionszeit, heures, délai heures, horas, plazo horas",
    { min: 0, unit: "hours" },
  ),
  startsOnField,
  endsOnField,
  field(
    "evidence",
    "Evidence needed",
    "choice",
    "proof, evidence, nachweis, beleg, preuve, justificatif, evidencia, prueba, prova, evidência, bewijs, dowód",
    { choices: evidences, otherwise: "any" },
  ),
  field(
    "external_id",
    "Id in your other system",
    "text",
    "id, commitment id, reference, nummer, référence, referencia",
  ),
]

const never = (): boolean => false

export const commitmentTable = importTable({
  name: "commitment",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    agreement_id: "uuid",
    party_id: "uuid",
    title: "text",
    measure: "text",
    cadence: "text",
    within_hours: "numeric",
    starts_on: "date",
    ends_on: "date",
    first_due_on: "date",
    evidence_needed: "text",
    external_id: "text",
  },
  now: ["created_at"],
  knownBy: "external_id",
  about: "partnership_id",
  isVersioned: true,
  again: {
    called: "title",
    sameBy: ["partnership_id", "title", "party_id", "agreement_id"],
    corrects: [
      { field: "partner", columns: ["partnership_id"], may: never },
      { field: "title", columns: ["title"] },
      { field: "evidence", columns: ["evidence_needed"] },
      // Due days were made by these, and some of them were kept or missed: what was promised is ended and promised anew, by hand.
      { field: "owed_by", columns: ["party_id"], may: never },
      { field: "cadence", columns: ["cadence"], may: never },
      { field: "within_hours", columns: ["within_hours"], may: never },
      { field: "due_on", columns: ["first_due_on", "ends_on"], may: never },
      { field: "starts_on", columns: ["starts_on"], may: never },
      { field: "ends_on", columns: ["ends_on"], may: never },
    ],
  },
  undo: "delete",
  afterwards: ({ enqueue, actor: { workspaceId } }) => enqueue(updateDueStates, { workspaceId }),
})

type Made = Readonly<{
  id: Id
  partnershipId: Id
  partyId: Id
  agreement: { id: Id; startsOn: PlainDate } | undefined
  today: PlainDate
  remarks: Remarks
}>

/** What a checked row says of a promise. Its due days are made afterwards. */
export const commitmentOf = (
  row: ImportRow,
  { id, partnershipId, partyId, agreement, today, remarks }: Made,
): BulkRow<keyof typeof commitmentTable.columns> | RowError => {
  const withinHours = numberOf(row, "within_hours")
  if (withinHours === 0) return { field: "within_hours", reason: "must-be-positive" }
  const dueOn = textOf(row, "due_on")
  const cadence = textOf(row, "cadence") ?? unsaidCadence(row, withinHours === undefined, remarks)
  if (cadence === "refuse") return { field: "cadence", reason: "required-empty" }
  const isDueOnce = cadence === "once" && withinHours === undefined
  if (isDueOnce && dueOn === undefined && row["ends_on"] === undefined)
    return { field: "due_on", reason: "required-empty" }
  const isFirst = cadence !== "once" && dueOn !== undefined && meantByDueDay(dueOn, today, remarks) === "first"
  const saidStart = textOf(row, "starts_on")
  const since = saidStart ?? agreement?.startsOn ?? dueOn ?? unsaidStart(row, today, remarks)
  if (since === undefined) return { field: "starts_on", reason: "required-empty" }
  const known = agreement?.startsOn ?? dueOn
  const startsOn = saidStart ?? (known === undefined ? since : fillIn(remarks, startOf(row), earlier(since, dueOn)))
  if (typeof startsOn === "object") return startsOn
  // The last day is the due day of a promise made once; of one made again and again the due day is the first, or the last.
  const saidEnd = textOf(row, "ends_on")
  const endsOn = cadence === "once" ? (dueOn ?? saidEnd) : isFirst ? saidEnd : (saidEnd ?? dueOn)
  if (endsOn !== undefined && endsOn < startsOn) return beforeStart("due_on", startsOn)
  if (isFirst && dueOn < startsOn) return beforeStart("due_on", startsOn)
  return {
    id,
    partnership_id: partnershipId,
    agreement_id: agreement?.id,
    party_id: partyId,
    title: textOf(row, "title"),
    measure: withinHours !== undefined ? "within_hours" : cadence === "once" ? "done_by_date" : "per_cadence",
    cadence,
    within_hours: withinHours,
    starts_on: startsOn,
    ends_on: endsOn,
    first_due_on: isFirst ? dueOn : undefined,
    evidence_needed: textOf(row, "evidence"),
    external_id: textOf(row, "external_id"),
  }
}

/** A due day of a promise made again and again is the first, and told so; one that has passed may as well have been the last. */
const meantByDueDay = (dueOn: PlainDate, today: PlainDate, remarks: Remarks): string => {
  const about = { field: "due_on" }
  const kind = dueOn < today ? "due-day-passed" : "due-day-first"
  const answer = remarks.answerTo(kind, about)
  remarks.tell(kind, { ...about, text: dueOn })
  return answer ?? "first"
}

/** How often a promise is due that does not say it: with a day once, with hours to keep it in counted by the month; and told so. */
const unsaidCadence = (row: ImportRow, hasDueDay: boolean, remarks: Remarks): string => {
  const about = { field: "cadence" }
  const kind = hasDueDay ? "cadence-unsaid" : "cadence-unsaid-hours"
  const answer = remarks.answerTo(kind, about) ?? "refuse"
  remarks.tell(kind, { ...about, text: textOf(row, "title"), ...(answer !== "refuse" && { becomes: answer }) })
  return answer
}

/** A promise of which nothing says since when it holds is counted from the day of the import, and told so. */
const unsaidStart = (row: ImportRow, today: PlainDate, remarks: Remarks): PlainDate | undefined => {
  const about = { field: "starts_on" }
  const answer = remarks.answerTo("start-unsaid", about)
  remarks.tell("start-unsaid", { ...about, text: textOf(row, "title"), ...(answer === "today" && { becomes: today }) })
  return answer === "today" ? today : undefined
}

/** Of what the agreement or the due day says since when it holds. */
const startOf = (row: ImportRow) => ({ field: "starts_on", text: textOf(row, "title") })

const earlier = (day: PlainDate, other: PlainDate | undefined): PlainDate =>
  other !== undefined && other < day ? other : day

const dueDays = { first: "It is the first due day, then every period", last: "It is the last day of the promise" }
const often = { weekly: "Every week", monthly: "Every month", quarterly: "Every quarter", yearly: "Every year" }
const remarks = {
  "cadence-unsaid": {
    ofNewRows: true,
    about: "field",
    tells: "Promises that do not say how often they are due. Rows: {{count}}.",
    choices: { once: "Once", ...often, refuse: "Leave out the rows" },
    usual: "once",
  },
  "cadence-unsaid-hours": {
    ofNewRows: true,
    about: "field",
    tells: "Promises to be kept within hours that do not say by which period they are counted. Rows: {{count}}.",
    choices: { ...often, refuse: "Leave out the rows" },
    usual: "monthly",
  },
  "start-unsaid": {
    ofNewRows: true,
    about: "field",
    tells: "Promises of which nothing says since when they hold. Rows: {{count}}.",
    choices: { today: "They hold from today on", refuse: "Leave out the rows" },
    usual: "today",
  },
  "due-day-first": {
    ofNewRows: true,
    about: "field",
    tells: "Promises made again and again have a due day, which is read as the first. Rows: {{count}}.",
    ...{ choices: dueDays, usual: "first" },
  },
  "due-day-passed": {
    ofNewRows: true,
    about: "field",
    tells:
      "Promises made again and again have a due day that has passed: was it the first, or the last? Rows: {{count}}.",
    choices: dueDays,
  },
} as const satisfies Readonly<Record<string, RemarkKind>>

export const importable: Partial<Importable> = {
  tables: [commitmentTable],
  remarks,
  holds: [
    {
      ...{ table: "partnership", from: "commitment", by: "partnership_id" },
      // A service promise goes with what its clocks were about, once that was taken back.
      where: `(r.service is null or exists (select from occurrence o
        where o.workspace_id = r.workspace_id and o.commitment_id = r.id and o.state <> 'waived'))`,
    },
    { table: "partnership", from: "occurrence", by: "partnership_id", goesWith: true },
    { table: "partnership", from: "evidence", by: "partnership_id", goesWith: true },
    { table: "partnership", from: "promise_proposal", by: "partnership_id", goesWith: true },
    {
      table: "commitment",
      from: "occurrence",
      by: "commitment_id",
      where: `(r.state in ('kept', 'kept_late', 'waived', 're_agreed', 'disputed') or r.re_dated > 0
        or exists (select from evidence e where e.workspace_id = r.workspace_id and e.occurrence_id = r.id))`,
    },
  ],
}
