import { textKey, words } from "./textKey.ts"

/** A closed list of values, each with the words people write for it. Keys are what the record holds. */
export type Choices = Readonly<Record<string, string>>

/** The partnership types, in the words of English, German, French and Spanish sheets. */
export const partnershipTypes: Choices = {
  reseller: "var, value added reseller, wiederverkäufer, fachhändler, händler, revendeur, revendedor, dealer",
  distributor: "distribution, vad, distributeur, distribuidor, mayorista, grossist",
  msp: "managed service provider, managed services, managed service partner, service provider",
  integrator: "si, gsi, system integrator, systems integrator, systemintegrator, systemhaus, intégrateur, integrador",
  isv: "independent software vendor, software vendor, softwarehersteller, éditeur de logiciels, proveedor de software",
  integration:
    "integration partner, technology partner, tech partner, technologiepartner, partenaire technologique, socio tecnológico",
  referral: "referral partner, referrer, affiliate, empfehlungspartner, apporteur d'affaires, prescripteur, referente",
  co_marketing: "marketing partner, comarketing, marketingpartner, partenaire marketing, socio de marketing",
  joint_solution: "solution partner, lösungspartner, joint offer, solution commune, solución conjunta",
  strategic_alliance:
    "alliance, strategic, strategic partner, strategische allianz, allianz, alliance stratégique, alianza estratégica, alianza",
  consortium: "konsortium, consorcio, member, joint venture",
}

export const stages: Choices = {
  identified: "lead, prospect, new, identifiziert, identifié, identificado",
  qualifying: "qualification, qualified, in qualifizierung, qualifizierung, en qualification, en calificación",
  negotiating: "negotiation, contracting, in verhandlung, verhandlung, en négociation, en negociación",
  onboarding: "onboard, einarbeitung, intégration, incorporación, ramp up",
  active: "live, current, signed, aktiv, actif, active partner, activo",
  renewing: "renewal, in renewal, verlängerung, renouvellement, renovación",
  ended: "inactive, terminated, expired, churned, former, beendet, inaktiv, terminé, inactif, finalizado, inactivo",
  declined: "rejected, lost, abgelehnt, refusé, rechazado",
  paused: "on hold, suspended, pausiert, en pause, suspendu, en pausa, suspendido",
}

export const contactRoles: Choices = {
  "executive sponsor":
    "sponsor, executive, exec sponsor, ceo, geschäftsführer, sponsor exécutif, dirigeant, patrocinador ejecutivo",
  "alliance manager":
    "partner manager, alliances, channel manager, pam, partnermanager, responsable alliances, gerente de alianzas",
  champion: "advocate, fürsprecher, ambassadeur, defensor",
  sales: "seller, account executive, account manager, vertrieb, commercial, ventes, ventas, comercial",
  marketing: "marketer, marketing manager, mercadeo",
  "technical lead":
    "technical, engineer, cto, solution architect, architect, technik, technischer leiter, technique, técnico",
  finance: "billing, accounting, cfo, finanzen, buchhaltung, comptabilité, finanzas",
  legal: "counsel, lawyer, recht, rechtsabteilung, juridique, legal counsel, jurídico",
}

export const objectiveCategories: Choices = {
  revenue: "sales, bookings, arr, umsatz, chiffre d'affaires, revenu, ingresos, ventas",
  pipeline: "opportunities, leads, opportunités, oportunidades",
  "market access": "market, new markets, reach, marktzugang, accès au marché, acceso al mercado",
  "technical capability": "technical, technology, technische fähigkeit, capacité technique, capacidad técnica",
  enablement: "training, certification, schulung, befähigung, formation, formación, capacitación",
  "customer outcome":
    "customer, customer success, retention, satisfaction, kundenergebnis, kundenerfolg, résultat client, éxito del cliente",
}

export const ramps: Choices = {
  linear: "straight, even, gleichmäßig, linéaire, lineal",
  "s-curve": "s curve, sigmoid, scurve, s kurve, courbe en s, curva s",
  "quarterly steps": "quarterly, steps, stepped, quartalsweise, quartalsstufen, par trimestre, trimestral",
}

export const cadences: Choices = {
  once: "one time, one off, single, einmalig, une fois, unique, una vez, única",
  weekly: "week, every week, wöchentlich, hebdomadaire, semanal",
  monthly: "month, every month, monatlich, mensuel, mensual",
  quarterly: "quarter, every quarter, vierteljährlich, quartalsweise, trimestriel, trimestral",
  yearly: "annual, annually, year, every year, jährlich, annuel, anual",
}

export const sides: Choices = {
  host: "us, we, ours, our side, vendor, wir, uns, unsere seite, nous, notre côté, nosotros, nuestro lado",
  partner: "them, they, theirs, their side, partner side, sie, partnerseite, eux, partenaire, leur côté, ellos, socio",
}

export const signalSides: Choices = { ...sides, both: "joint, all, beide, gemeinsam, les deux, ambos, conjunto" }

export const directions: Choices = {
  inbound: "in, received, incoming, from partner, eingehend, entrant, entrante",
  outbound: "out, sent, outgoing, to partner, ausgehend, sortant, saliente",
  "two-way": "two way, both, mutual, beidseitig, bidirectionnel, bidireccional",
}

export const dealStates: Choices = {
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

export const yesNo: Choices = {
  true: "yes, y, 1, ja, wahr, oui, vrai, sí, si, verdadero, x",
  false: "no, n, 0, nein, falsch, non, faux, falso",
}

/** A lookup from any accepted spelling to the value. */
export const choiceIndex = (choices: Choices): ReadonlyMap<string, string> => {
  const index = new Map<string, string>()
  for (const [value, synonyms] of Object.entries(choices))
    for (const word of words(synonyms)) index.set(textKey(word), value)
  for (const value of Object.keys(choices)) index.set(textKey(value), value)
  return index
}
