import { foreignIdKey } from "#core/foreignId"
import { asRecord, changedColumns, type SomeOfRow } from "#core/importable/again"
import { type ChoicesOf, field } from "#core/importable/field"
import { fillIn } from "#core/importable/fillIn"
import { codeOf, type ImportRow, textOf } from "#core/importable/row"
import { openPartners, partnerField } from "#modules/partnerships"
import { type Importable, type ImportKind, importTable, isRowError } from "#platform/importable"
import { nameKey } from "#rules/organizations"
import { contactChanged } from "./events.ts"
import { fullName } from "./fullName.ts"
import { knownPeople } from "./knownPeople.ts"
import type { ContactRole } from "./rules.ts"
import { allContacts, openRoles } from "./store.ts"

const contactRoles: ChoicesOf<ContactRole> = {
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

const sameForeignId = (stored: SomeOfRow, row: SomeOfRow): boolean =>
  foreignIdKey(String(stored["external_id"] ?? "")) === foreignIdKey(String(row["external_id"] ?? ""))

const contactTable = importTable({
  name: "contact",
  columns: {
    id: "uuid",
    organization_id: "uuid",
    name: "text",
    email: "text",
    title: "text",
    phone: "text",
    external_id: "text",
  },
  now: ["created_at"],
  isVersioned: true,
  again: {
    called: "name",
    corrects: [
      {
        ...{ field: "name", columns: ["name"] },
        isSame: (stored, row) => nameKey(String(stored["name"])) === nameKey(String(row["name"])),
      },
      {
        ...{ field: "email", columns: ["email"] },
        isSame: (stored, row) => String(stored["email"]).toLowerCase() === String(row["email"]).toLowerCase(),
      },
      { field: "title", columns: ["title"], mayBeEmpty: true },
      { field: "phone", columns: ["phone"], mayBeEmpty: true },
      { field: "external_id", columns: ["external_id"], isLearned: true, isSame: sameForeignId },
    ],
  },
  edits: { "contact.changed": "fields" },
  // Which fields changed, not what they held: the ledger cannot forget.
  changed: (tx, changes) =>
    tx.recordBatch(
      contactChanged,
      changes.map((each) => ({
        ...{ subjectId: each.id, source: "import" },
        payload: { fields: Object.keys(asRecord(each.after, changedColumns(each))) },
      })),
    ),
  undo: "delete",
})

const roleTable = importTable({
  name: "role_assignment",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    contact_id: "uuid",
    role: "text",
    party_id: "uuid",
    from_on: "date",
    to_on: "date",
  },
  now: ["recorded_at"],
  about: "partnership_id",
  undo: "delete",
})

/** The partner side's people and the roles they hold. */
const people: ImportKind = {
  kind: "people",
  fields: [
    partnerField,
    field(
      "name",
      "Name",
      "name",
      "full name, contact, contact name, person, ansprechpartner, kontakt, vollständiger name, nom, nom complet, interlocuteur, nombre, nombre completo, contacto, nome, nome completo, nominativo, naam, volledige naam, 氏名, 名前",
      { isRequired: true, inParts: { fields: ["given_name", "family_name"], join: fullName } },
    ),
    field(
      "given_name",
      "First name",
      "name",
      "firstname, given name, forename, vorname, rufname, prénom, nombre de pila, primer nombre, primeiro nome, voornaam, imię, 名",
    ),
    field(
      "family_name",
      "Last name",
      "name",
      "lastname, surname, family name, nachname, familienname, nom de famille, apellido, apellidos, sobrenome, cognome, achternaam, nazwisko, 姓",
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
  example: {
    partner: "Contoso GmbH",
    name: "Ada Example",
    email: "ada@contoso.example",
    title: "Head of Alliances",
    phone: "+49 89 1234567",
    role: "alliance manager",
    from: "2024-01-15",
  },
  open: async ({ tx, add, again, newId, remarks, shared, today }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    const known = knownPeople(await allContacts(tx), await openRoles(tx))
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const organizationId = partyMeant(row, partnership, "partner")
      if (isRowError(organizationId)) return organizationId
      const name = textOf(row, "name") ?? ""
      const email = textOf(row, "email") ?? null
      const externalId = idOf(row)
      const person = { organizationId, name, email, externalId }
      const existing = known.find(person)
      const id = existing ?? newId()
      const contact = {
        ...{ id, organization_id: organizationId, name, email },
        ...{ title: textOf(row, "title"), phone: textOf(row, "phone"), external_id: externalId },
      }
      const role = textOf(row, "role")
      const until = textOf(row, "to")
      const held = { partnershipId: partnership.id, contactId: id, role: codeOf(role ?? "") }
      const isNewRole = role !== undefined && !(until === undefined && known.holds(held))
      const since = earlier(partnership.startedOn ?? today, until)
      const from = textOf(row, "from") ?? (isNewRole ? fillIn(remarks, { field: "from", text: name }, since) : since)
      if (typeof from === "object") return from
      if (existing) again(contactTable, existing, contact)
      else {
        add(contactTable, contact)
        known.add({ id, ...person })
      }
      if (!isNewRole) return existing ? "known" : "recorded"
      if (until === undefined) known.hold(held)
      add(roleTable, {
        id: newId(),
        partnership_id: partnership.id,
        contact_id: id,
        role: held.role,
        party_id: organizationId,
        from_on: from,
        to_on: until,
      })
      return "recorded"
    }
  },
}

const idOf = (row: ImportRow): string | null => {
  const id = textOf(row, "external_id")
  return id === undefined ? null : foreignIdKey(id)
}

const earlier = (day: string, other: string | undefined): string => (other !== undefined && other < day ? other : day)

export const importable: Partial<Importable> = {
  kinds: [people],
  tables: [contactTable, roleTable],
  holds: [
    // About which somebody was mailed a link.
    { table: "partnership", from: "link", by: "partnership_id" },
    { table: "partnership", from: "role_assignment", by: "partnership_id" },
    { table: "contact", from: "role_assignment", by: "contact_id" },
    { table: "organization", from: "contact", by: "organization_id" },
    { table: "organization", from: "partner_user", by: "organization_id" },
    { table: "organization", from: "invitation", by: "organization_id" },
  ],
}
