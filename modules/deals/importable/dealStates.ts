import type { Choices, ChoicesOf } from "#core/importable/field"
import type { DealState } from "../rules.ts"

/** The states of a registration, in the words that certainly mean them. */
export const dealStates: ChoicesOf<DealState> = {
  draft: "entwurf, brouillon, borrador",
  submitted:
    "registered, new, open, pending, eingereicht, offen, soumis, enregistré, ouvert, enviado, registrado, abierto, ingediend, nieuw, aperto, inviato, aberto, otwarte, nowe",
  "in review": "under review, reviewing, in prüfung, en revue, en cours, en revisión",
  "info requested": "information requested, more info, rückfrage, complément demandé, información solicitada",
  approved: "accepted, genehmigt, approuvé, accepté, aprobado, goedgekeurd, approvato, aprovado, zatwierdzone",
  rejected: "denied, declined, refused, abgelehnt, refusé, rechazado, afgewezen, rifiutato, rejeitado, odrzucone",
  extended: "verlängert, prolongé, extendido, prorrogado",
  won: "closed won, closedwon, closed as won, win, gewonnen, gagné, ganado, ganada, fermé gagné, fermée gagnée, cerrado ganado, abgeschlossen und gewonnen, chiusa vinta, chiuso vinto, vinta, vinto, ganho, ganha, fechado ganho, wygrana, wygrane, zamknięte wygrane",
  lost: "closed lost, closedlost, closed as lost, loss, verloren, perdu, perdido, perdida, fermé perdu, fermée perdue, cerrado perdido, abgeschlossen und verloren, chiusa persa, chiuso perso, persa, perso, fechado perdido, przegrana, przegrane, zamknięte przegrane",
  expired: "lapsed, abgelaufen, expiré, vencido, expirado",
  withdrawn: "cancelled, canceled, zurückgezogen, retiré, annulé, retirado, cancelado",
}

/**
 * The stages that Salesforce, HubSpot, Pipedrive, Dynamics and PartnerStack start with. A stage of selling says little of a
 * registration, so it is proposed and not taken: an opportunity that is looked at was submitted, one that is being offered was approved.
 */
export const likelyStates: Choices = {
  submitted: [
    "prospecting, qualification, qualify, qualified, needs analysis, develop, discovery, lead, lead in, contact made",
    "appointment scheduled, appointmentscheduled, qualified to buy, qualifiedtobuy, demo scheduled, in progress",
    "qualifizierung, terminiert, kontakt aufgenommen, prospection, en progreso",
  ].join(", "),
  approved: [
    "value proposition, id decision makers, perception analysis, proposal price quote, proposal, propose, proposal made",
    "presentation scheduled, presentationscheduled, decision maker bought in, decisionmakerboughtin, contract sent",
    "contractsent, negotiation review, negotiation, negotiations started, close, commit, committed, verbal, angebot, verhandlung",
  ].join(", "),
  lost: "out sold, outsold, dead, disqualified, no decision",
  withdrawn: "deleted, archived, duplicate",
}
