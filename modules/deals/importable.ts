import { type ChoicesOf, field } from "#core/importable/field"
import { codeOf, momentOf, moneyOf, textOf } from "#core/importable/row"
import { currencyField } from "#core/importable/sharedFields"
import { openPartners, partnerField } from "#modules/partnerships"
import { type Importable, type ImportKind, importTable, isRowError } from "#platform/importable"
import { startClocks } from "./jobs.ts"
import { type DealState, decideImported, isClosed } from "./rules.ts"

const dealStates: ChoicesOf<DealState> = {
  draft: "entwurf, brouillon, borrador",
  submitted:
    "registered, new, open, pending, eingereicht, offen, soumis, enregistré, ouvert, enviado, registrado, abierto",
  "in review": "under review, reviewing, in prüfung, en revue, en cours, en revisión",
  "info requested": "information requested, more info, rückfrage, complément demandé, información solicitada",
  approved: "accepted, genehmigt, approuvé, accepté, aprobado",
  rejected: "denied, declined, refused, abgelehnt, refusé, rejeté, rechazado",
  extended: "verlängert, prolongé, extendido, prorrogado",
  won: "closed won, win, gewonnen, gagné, ganado, ganada",
  lost: "closed lost, loss, verloren, perdu, perdido, perdida",
  expired: "lapsed, abgelaufen, expiré, vencido, expirado",
  withdrawn: "cancelled, canceled, zurückgezogen, retiré, annulé, retirado, cancelado",
}

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
    currencyField,
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
      "close, close date, closing date, expected close date, closed on, abschluss, abschlussdatum, date de clôture, clôture, fecha de cierre, cierre",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, deal id, opportunity id, registration number, reference, nummer, identifiant, référence, identificador, referencia",
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
  open: async ({ add, newId, shared, today }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const partyId = partyMeant(row, partnership, "partner")
      if (isRowError(partyId)) return partyId
      const amount = moneyOf(row, "amount")
      const state = codeOf(textOf(row, "state") ?? "submitted") as DealState
      const closeOn = textOf(row, "close_on")
      const answeredOn = textOf(row, "answered_on")
      const registeredOn = textOf(row, "registered_on")
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
        registered_at: momentOf(registeredOn ?? today),
        registered_to: times.registeredTo,
        asked_at: times.askedAt,
        resumed_at: times.resumedAt,
        unclocked: times.unclocked,
        answered_at: answeredOn === undefined ? undefined : momentOf(answeredOn),
        close_on: closeOn,
        closed_on: isClosed(state) && closeOn !== undefined && closeOn <= today ? closeOn : undefined,
        external_id: textOf(row, "external_id"),
      })
      return "recorded"
    }
  },
}

export const importable: Partial<Importable> = {
  kinds: [deals],
  tables: [dealTable],
  holds: [{ table: "partnership", from: "deal", by: "partnership_id", where: "r.retracted_at is null" }],
}
