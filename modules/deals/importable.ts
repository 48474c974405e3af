import { field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { codeOf, momentOf, moneyOf, textOf } from "#core/importable/row"
import { currencyField } from "#core/importable/sharedFields"
import type { PlainDate } from "#core/time"
import { openPartners, partnerField } from "#modules/partnerships"
import { type Importable, type ImportKind, importTable, isRowError, type RowError } from "#platform/importable"
import { corrections, dealsChanged } from "./importable/corrections.ts"
import { dealStates, likelyStates } from "./importable/dealStates.ts"
import { startClocks } from "./jobs.ts"
import { type DealState, decideImported, isClosed } from "./rules.ts"

const dealTable = importTable({
  name: "deal",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    name: "text",
    customer: "text",
    amount_minor: "bigint",
    currency: "text",
    state: "text",
    party_id: "uuid",
    registered_at: "timestamptz",
    registered_to: "text",
    asked_at: "timestamptz",
    resumed_at: "timestamptz",
    unclocked: "text",
    answered_at: "timestamptz",
    close_on: "date",
    closed_on: "date",
    external_id: "text",
  },
  now: ["recorded_at"],
  knownBy: "external_id",
  about: "partnership_id",
  isVersioned: true,
  again: corrections,
  edits: { "deal.moved": ["state"], "deal.close_date_moved": ["close_on"] },
  changed: dealsChanged,
  undo: "retract",
  afterwards: ({ enqueue, actor: { workspaceId } }) => enqueue(startClocks, { workspaceId }),
})

/** A registered deal. */
const deals: ImportKind = {
  kind: "deals",
  fields: [
    partnerField,
    field(
      "name",
      "Deal",
      "text",
      "deal name, dealname, deal title, opportunity, opportunity name, opportunity title, topic, subject, project, title, geschäft, projekt, bezeichnung, opportunité, affaire, projet, nom, oportunidad, proyecto, negocio, nombre, nom de la transaction, transaction, nom de l'opportunité, nombre del negocio, título, naam, dealnaam, nome trattativa, trattativa, opportunità, titolo, nome do negócio, oportunidade, nome da oportunidade, nazwa szansy, szansa, szansa sprzedaży, nazwa",
      { isRequired: true },
    ),
    field(
      "customer",
      "Customer",
      "name",
      "customer name, end customer, end user, client, account, potential customer, prospect, contact company, organization, organisation, kunde, endkunde, client final, client, cliente, cliente final, klant, eindklant, cliente finale, klient, klient końcowy",
    ),
    field(
      "amount",
      "Amount",
      "money",
      "value, deal value, deal amount, deal size, opportunity amount, revenue, est revenue, estimated revenue, actual revenue, arr, betrag, wert, auftragswert, umsatz, montant, valeur, importe, monto, valor, montant de la transaction, bedrag, waarde, omzet, importo, valore, valor do negócio, kwota, wartość",
    ),
    currencyField,
    field(
      "state",
      "State",
      "choice",
      "status, stage, deal status, deal stage, dealstage, deal state, stage name, sales stage, opportunity stage, pipeline stage, stand, phase, statut, état, étape, estado, etapa, étape de la transaction, phase de la transaction, etapa del negocio, estado del negocio, stadium, fase, stato, situação, etapa do negócio, etap",
      { choices: dealStates, likely: likelyStates, otherwise: "submitted" },
    ),
    field(
      "registered_on",
      "Registered on",
      "moment",
      "registered, submitted, submitted on, submitted at, created, created on, created at, create date, createdate, created date, creation date, date created, deal created, add time, registration date, registered at, registered date, registriert, registriert am, eingereicht am, erstellt, enregistré le, date d'enregistrement, créé le, registrado, fecha de registro, creado, date de création, fecha de creación, negocio creado el, erstelldatum, erstellungsdatum, anlagedatum, aanmaakdatum, aangemaakt op, gemaakt op, registratiedatum, geregistreerd op, data di creazione, data creazione, creato il, data di registrazione, data registrazione, data de criação, criado em, data de registro, data de registo, data utworzenia, utworzono, data rejestracji",
    ),
    field(
      "answered_on",
      "Answered on",
      "moment",
      "answered, approved on, approved at, approval date, decided on, decision date, response date, beantwortet, beantwortet am, genehmigt am, entschieden am, répondu le, date de réponse, respondido, fecha de respuesta",
    ),
    field(
      "asked_on",
      "Asked back on",
      "moment",
      "asked, asked on, info requested on, information requested on, question sent, nachgefragt am, rückfrage am, demandé le, complément demandé le, consultado el, información solicitada el",
    ),
    field(
      "resumed_on",
      "Question answered on",
      "moment",
      "question answered, info received on, information received on, resubmitted on, rückfrage beantwortet am, erneut eingereicht am, complément reçu le, resoumis le, información recibida el, reenviado el",
    ),
    field(
      "close_on",
      "Expected close",
      "date",
      "close, close date, closedate, closing date, expected close date, est close date, estimated close date, forecast close date, actual close date, closed on, closed at, closed date, won time, abschluss, abschlussdatum, date de clôture, clôture, fecha de cierre, cierre, date de fermeture, date de clôture prévue, fecha prevista de cierre, erwartetes abschlussdatum, voraussichtliches abschlussdatum, sluitingsdatum, verwachte sluitingsdatum, afsluitdatum, data di chiusura, data chiusura, chiusura prevista, data de fechamento, data de fecho, data prevista de fechamento, data zamknięcia, planowana data zamknięcia",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, deal id, record id, hs object id, opportunity id, deal key, registration number, reference, nummer, identifiant, référence, identificador, referencia, id de fiche d'informations, id de registro, datensatz id, id trattativa, identyfikator, numer, numero, (do not modify) opportunity, (nicht ändern) verkaufschance, (ne pas modifier) opportunité, (no modificar) oportunidad",
    ),
  ],
  inOrder: [
    ["registered_on", "answered_on"],
    ["registered_on", "asked_on"],
    ["asked_on", "resumed_on"],
  ],
  example: {
    partner: "Contoso GmbH",
    name: "Fabrikam data platform",
    customer: "Fabrikam Ltd",
    amount: "48000.00",
    currency: "EUR",
    state: "approved",
    registered_on: "2026-03-02",
    answered_on: "2026-03-04",
    close_on: "2026-06-30",
    external_id: "DEAL-77",
  },
  open: async ({ add, covers, newId, shared, today, remarks }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const partyId = partyMeant(row, partnership, "partner")
      if (isRowError(partyId)) return partyId
      const amount = moneyOf(row, "amount")
      const state = codeOf(textOf(row, "state") ?? "") as DealState
      const closeOn = textOf(row, "close_on")
      const answeredOn = textOf(row, "answered_on")
      const registeredOn = textOf(row, "registered_on") ?? unregistered(remarks, textOf(row, "name"), today)
      if (registeredOn !== undefined && isRowError(registeredOn)) return registeredOn
      const closedOn = isClosed(state) && closeOn !== undefined && closeOn <= today ? closeOn : undefined
      const about = { partnershipId: partnership.id, partner: textOf(row, "partner") ?? "" }
      if (registeredOn !== undefined)
        covers({ ...about, on: registeredOn, field: "registered_on", signals: signalsOfDeals })
      if (closedOn !== undefined)
        covers({ ...about, on: closedOn, field: "close_on", signals: signalsOfEnds, isBesides: true })
      const times = decideImported(state, {
        registeredOn,
        askedOn: textOf(row, "asked_on"),
        resumedOn: textOf(row, "resumed_on"),
      })
      add(dealTable, {
        id: newId(),
        partnership_id: partnership.id,
        name: textOf(row, "name"),
        customer: textOf(row, "customer"),
        amount_minor: amount?.amountMinor,
        currency: amount?.currency ?? textOf(row, "currency"),
        state,
        party_id: partyId,
        // Lists go by it; where it is unknown it is the day of the import, and is neither shown nor counted.
        registered_at: momentOf(registeredOn ?? today),
        registered_to: times.registeredTo,
        asked_at: times.askedAt,
        resumed_at: times.resumedAt,
        unclocked: times.unclocked,
        answered_at: answeredOn === undefined ? undefined : momentOf(answeredOn),
        close_on: closeOn,
        closed_on: closedOn,
        external_id: textOf(row, "external_id"),
      })
      return "recorded"
    }
  },
}

/** A deal of which the file does not say when it was registered: nothing is reckoned from a day that nobody knows. */
const unregistered = (
  remarks: Remarks,
  name: string | undefined,
  today: PlainDate,
): PlainDate | undefined | RowError => {
  const about = { field: "registered_on" }
  const answer = remarks.answerTo("registration-unknown", about)
  remarks.tell("registration-unknown", { ...about, text: name, ...(answer === "today" && { becomes: today }) })
  if (answer === "refuse") return { field: "registered_on", reason: "required-empty" }
  return answer === "today" ? today : undefined
}

/** What a file of deals speaks of, whatever became of them. */
const signalsOfDeals = ["registrations", "pipeline_amount", "revenue"]
const signalsOfEnds = ["pipeline_amount", "revenue"]

export const importable: Partial<Importable> = {
  kinds: [deals],
  tables: [dealTable],
  remarks: {
    "registration-unknown": {
      ofNewRows: true,
      about: "field",
      tells: "The file does not say when these deals were registered. Rows: {{count}}.",
      choices: {
        unknown: "Record them; they count in no week of registrations and pipeline",
        today: "They were registered today",
        refuse: "Leave out the rows",
      },
      usual: "unknown",
    },
  },
  holds: [{ table: "partnership", from: "deal", by: "partnership_id", where: "r.retracted_at is null" }],
}
