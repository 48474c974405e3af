import { contactRoles, partnershipTypes, stages } from "./choices.ts"
import { type FieldTable, field } from "./field.ts"

/** The column that names the partner in every other kind of file. */
export const partnerField = field(
  "partner",
  "Partner",
  "name",
  "partner name, company, company name, organization, organisation, account, vendor, firma, unternehmen, partnername, kunde, société, entreprise, partenaire, nom du partenaire, empresa, socio, compañía, nombre del socio",
  { isRequired: true },
)

export const partnerFields: FieldTable = {
  fields: [
    field(
      "name",
      "Partner name",
      "name",
      "partner, company, company name, organization, organisation, account name, legal name, firma, firmenname, unternehmen, partnername, société, entreprise, partenaire, raison sociale, nom, empresa, socio, razón social, nombre",
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
      "partner type, kind, category, partnertyp, typ, art, partnerart, type de partenaire, tipo, tipo de socio",
      { choices: partnershipTypes },
    ),
    field("country", "Country", "country", "country code, hq country, land, staat, pays, país"),
    field("region", "Region", "text", "territory, area, geo, gebiet, région, zone, región, territorio"),
    field(
      "industries",
      "Industries",
      "list",
      "industry, sector, vertical, verticals, branche, branchen, secteur, industrie, sector, industria",
    ),
    field(
      "owner_email",
      "Owner's e-mail",
      "email",
      "owner, partner manager, account owner, manager email, owner mail, verantwortlich, betreuer, responsable, gestionnaire, propietario, responsable email",
    ),
    field("stage", "Stage", "choice", "status, state, phase, lifecycle, stufe, statut, étape, etapa, estado, fase", {
      choices: stages,
    }),
    field(
      "started_on",
      "Start of the partnership",
      "date",
      "start, start date, starts on, partner since, since, first activity, signed, begin, beginn, partner seit, startdatum, date de début, depuis, partenaire depuis, fecha de inicio, inicio, desde",
    ),
    field(
      "ends_on",
      "End of the term",
      "date",
      "end, end date, expiry, expires on, expiration, renewal date, renewal, ende, enddatum, ablaufdatum, laufzeitende, date de fin, échéance, fecha de fin, vencimiento",
    ),
    field(
      "notice_days",
      "Notice period in days",
      "integer",
      "notice, notice period, notice period days, kündigungsfrist, kündigungsfrist tage, préavis, préavis jours, preaviso, días de preaviso",
      { min: 0, max: 3_650 },
    ),
    field("currency", "Currency", "currency", "currency code, währung, devise, moneda, divisa"),
    field(
      "tier",
      "Tier",
      "text",
      "level, partner level, partner tier, status level, stufe, partnerstufe, niveau, nivel, categoría",
    ),
    field(
      "program",
      "Program",
      "text",
      "programme, partner program, programm, partnerprogramm, programme partenaire, programa",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, external id, crm id, account id, partner id, reference, kundennummer, partnernummer, nummer, identifiant, référence, numéro, identificador, referencia, número",
    ),
  ],
  inOrder: [["started_on", "ends_on"]],
}

export const peopleFields: FieldTable = {
  fields: [
    partnerField,
    field(
      "name",
      "Name",
      "name",
      "full name, contact, contact name, person, ansprechpartner, kontakt, vollständiger name, nom, nom complet, interlocuteur, nombre, nombre completo, contacto",
      { isRequired: true },
    ),
    field(
      "email",
      "E-mail",
      "email",
      "mail, e mail, email address, e mail adresse, mailadresse, courriel, adresse email, correo, correo electrónico",
    ),
    field(
      "title",
      "Job title",
      "text",
      "position, job, function, titel, stelle, funktion, fonction, poste, titre, cargo, puesto",
    ),
    field(
      "phone",
      "Phone",
      "phone",
      "telephone, mobile, cell, tel, telefon, handy, mobil, téléphone, portable, teléfono, móvil",
    ),
    field("role", "Role in the partnership", "choice", "role, contact role, rolle, rôle, rol, papel", {
      choices: contactRoles,
    }),
    field(
      "from",
      "In this role from",
      "date",
      "start, start date, since, valid from, von, ab, seit, beginn, du, depuis, desde, fecha de inicio",
    ),
    field(
      "to",
      "In this role until",
      "date",
      "end, end date, until, valid to, bis, ende, au, jusqu'au, hasta, fecha de fin",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, contact id, crm id, reference, nummer, identifiant, référence, identificador, referencia",
    ),
  ],
  inOrder: [["from", "to"]],
}
