import { field } from "#core/importable/field"
import { fillIn } from "#core/importable/fillIn"
import { listOf, textOf } from "#core/importable/row"
import { currencyField } from "#core/importable/sharedFields"
import { organizationTable } from "#modules/organizations"
import { activeMembersByEmail } from "#modules/workspaces"
import { type ImportContext, type ImportKind, isRowError, type RowError } from "#platform/importable"
import { isSharedHost } from "#rules/organizations"
import type { PartnerOptions } from "../rules.ts"
import { namedBy, tellAddress } from "./addressAsName.ts"
import { makePartner, organizationOf, partnershipOf, partnershipTable } from "./makePartner.ts"
import { partnershipTypeChoices, stageChoices } from "./partnerChoices.ts"
import { openPartners } from "./partners.ts"
import { openTags } from "./tags.ts"

/** Partners: the organization and the partnership with it. */
export const partners: ImportKind = {
  kind: "partners",
  fields: [
    field(
      "name",
      "Partner name",
      "name",
      "partner, company, company name, organization, organisation, account name, legal name, firma, firmenname, unternehmen, partnername, société, entreprise, partenaire, raison sociale, nom, empresa, socio, razón social, nombre, naam, bedrijfsnaam, bedrijf, organisatie, partnernaam, nome, ragione sociale, azienda, nome partner, parceiro, nome do parceiro, razão social, nazwa, nazwa firmy, nazwa partnera",
      { isRequired: true },
    ),
    field(
      "domains",
      "Web domains",
      "domains",
      "domain, website, web site, url, web, homepage, webseite, internetseite, site web, site internet, domaine, sitio web, página web, dominio",
    ),
    field(
      "type",
      "Partnership type",
      "choice",
      "partner type, kind, category, partnertyp, typ, art, partnerart, type de partenaire, tipo, tipo de socio, soort, type partner, tipo di partner, tipo de parceiro, typ partnera, rodzaj",
      { choices: partnershipTypeChoices, option: "partnershipType" },
    ),
    field("country", "Country", "country", "country code, hq country, land, staat, pays, país, paese, nazione, kraj"),
    field("region", "Region", "text", "territory, area, geo, gebiet, région, zone, región, territorio"),
    field(
      "industries",
      "Industries",
      "list",
      "industry, sector, vertical, verticals, branche, branchen, secteur, industrie, sector, industria",
    ),
    field(
      "capabilities",
      "Capabilities",
      "list",
      "capability, skills, competencies, competences, specializations, specialisations, expertise, fähigkeiten, kompetenzen, compétences, capacités, capacidades, competencias, competências, especialidades, competenze, umiejętności",
    ),
    field(
      "owner_email",
      "Owner's e-mail",
      "email",
      "owner, owner email, owner e mail, partner manager, account owner, manager email, owner mail, verantwortlich, betreuer, responsable, gestionnaire, propietario, responsable email",
      { isNamed: true },
    ),
    field("stage", "Stage", "choice", "status, state, phase, lifecycle, stufe, statut, étape, etapa, estado, fase", {
      choices: stageChoices,
      otherwise: "active",
    }),
    field(
      "started_on",
      "Start of the partnership",
      "date",
      "start, start date, starts on, joined, joined at, joined on, join date, onboarded on, partner since, since, first activity, signed, begin, beginn, partner seit, startdatum, date de début, depuis, partenaire depuis, fecha de inicio, inicio, desde, begindatum, partner sinds, data inizio, data di inizio, partner dal, data de início, parceiro desde, data rozpoczęcia, partner od",
    ),
    currencyField,
    field(
      "tier",
      "Tier",
      "text",
      "level, partner level, partner tier, status level, stufe, partnerstufe, niveau, nivel, categoría, livello, nível, poziom",
    ),
    field(
      "program",
      "Program",
      "text",
      "programme, partner program, programm, partnerprogramm, programme partenaire, programa",
    ),
    field(
      "tags",
      "Tags",
      "list",
      "tag, label, labels, keywords, schlagwort, schlagworte, schlagwörter, étiquettes, étiquette, etiquetas, etiqueta, etichette, tagi",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, external id, crm id, account id, partner id, reference, kundennummer, partnernummer, nummer, identifiant, référence, numéro, identificador, referencia, número, partner key, customer key, account key, record id, company id, customer id, customer number, account number, account no, partner number, partner no, salesforce id, hubspot id, hs object id, kundennr, kunden nr, partner nr, debitorennummer, debitor, (do not modify) account, (nicht ändern) firma, (nicht ändern) konto, (ne pas modifier) compte, (no modificar) cuenta",
    ),
  ],
  example: {
    name: "Contoso GmbH",
    domains: "contoso.example",
    type: "reseller",
    country: "DE",
    region: "Bavaria",
    industries: "Manufacturing; Retail",
    capabilities: "Implementation; Training",
    stage: "active",
    started_on: "2024-01-15",
    currency: "EUR",
    tier: "Gold",
    program: "Partner program",
    tags: "Key account; South",
    external_id: "CRM-1001",
  },
  open: async (context) => {
    const { directory, owner } = await context.shared(openPartners)
    const members = await activeMembersByEmail(context.tx)
    const bringTags = await openTags(context)
    const { partnershipType = "reseller" } = context.options as PartnerOptions
    const isCurrencySaid = context.options["currency"] !== undefined
    return (row) => {
      const ownerEmail = textOf(row, "owner_email")
      const ownerId = ownerEmail === undefined ? undefined : members.get(ownerEmail)
      if (ownerEmail !== undefined && ownerId === undefined) {
        context.remarks.tell("owner-not-here", { field: "owner_email", text: ownerEmail })
        if (context.remarks.answerTo("owner-not-here", { field: "owner_email" }) === "refuse") return ownerUnknown
      }
      const name = textOf(row, "name") ?? ""
      const named = namedBy(name)
      if (!named) return { field: "name", reason: "not-a-name" }
      tellAddress(context, "name", name, named.name)
      const said = textOf(row, "type")
      const type = said ?? typeOfFile(context, named.name, partnershipType)
      if (typeof type === "object") return type
      const currency =
        textOf(row, "currency") ??
        (isCurrencySaid
          ? undefined
          : fillIn(context.remarks, { field: "currency", text: named.name }, context.currency))
      if (typeof currency === "object") return currency
      const partner = {
        name: named.name,
        ...{ type, isOfAnyType: said === undefined },
        stage: textOf(row, "stage"),
        domains: withoutSharedHosts(context, [...new Set([...named.domains, ...(listOf(row, "domains") ?? [])])]),
        country: textOf(row, "country"),
        region: textOf(row, "region"),
        industries: listOf(row, "industries"),
        capabilities: listOf(row, "capabilities"),
        ownerId,
        tier: textOf(row, "tier"),
        program: textOf(row, "program"),
        currency,
        startedOn: textOf(row, "started_on"),
        externalId: textOf(row, "external_id"),
      }
      const made = makePartner(context, { directory, owner }, partner)
      if (isRowError(made)) return made
      const tags = listOf(row, "tags") ?? []
      if (!("known" in made)) {
        bringTags(made.id, tags)
        return { recorded: made.id }
      }
      const { id, organizationId } = made.known
      bringTags(id, tags)
      if (made.isFresh && named.name === name)
        context.remarks.tell("told-again", { field: "name", text: name, becomes: made.known.name })
      context.again(organizationTable, organizationId, {
        ...organizationOf(organizationId, {
          ...partner,
          name: directory.ownName(organizationId, partner.name),
          domains: made.domains,
        }),
        external_id: partner.externalId,
      })
      context.again(partnershipTable, id, {
        ...partnershipOf(id, organizationId, partner),
        external_id: partner.externalId,
      })
      return { known: id }
    }
  },
}

/** The type of partners in a file that does not say it. */
const typeOfFile = ({ remarks }: ImportContext, text: string, usual: string): string | RowError => {
  const about = { field: "type" }
  const answer = remarks.answerTo("not-said", about) ?? usual
  const choices = Object.keys(partnershipTypeChoices)
  const becomes = choices.find((choice) => choice === answer)
  remarks.tell("not-said", { ...about, text, becomes, choices, usual })
  return becomes ?? { ...about, reason: "required-empty" }
}

const ownerUnknown: RowError = { field: "owner_email", reason: "owner-unknown" }

/** A host that many companies share is told and left out: kept as a domain it would make one of them all. */
const withoutSharedHosts = ({ remarks }: ImportContext, domains: readonly string[]): readonly string[] =>
  domains.filter((domain) => {
    if (!isSharedHost(domain)) return true
    remarks.tell("host-of-many", { field: "domains", value: domain, text: domain })
    return false
  })
