import type { Choices } from "#core/importable/field"
import type { PartnershipType, Stage } from "../rules.ts"

/** The partnership types, in the words of English, German, French and Spanish sheets. */
export const partnershipTypeChoices: Readonly<Record<PartnershipType, string>> = {
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

export const stageChoices: Readonly<Record<Stage, string>> = {
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

/** Whose something is. */
export const sideChoices: Choices = {
  host: "us, we, ours, our side, vendor, wir, uns, unsere seite, nous, notre côté, nosotros, nuestro lado, noi, nós, wij, my",
  partner:
    "them, they, theirs, their side, partner side, sie, partnerseite, eux, partenaire, leur côté, ellos, socio, partner, parceiro",
}
