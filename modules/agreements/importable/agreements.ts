import { foreignIdKey } from "#core/foreignId"
import { field } from "#core/importable/field"
import { fillIn } from "#core/importable/fillIn"
import { moneyOf, numberOf, textOf } from "#core/importable/row"
import { beforeStart, currencyField, endsOnField, startsOnField } from "#core/importable/sharedFields"
import { openPartners, partnerField } from "#modules/partnerships"
import { type ImportKind, isRowError, type RowError } from "#platform/importable"
import { openAgreements, sameTitle } from "./known.ts"
import { noticeColumns, noticeDaysField, noticeLengthIn, noticeMonthsField, unsaid } from "./notice.ts"
import { agreementTable } from "./table.ts"

/** What was signed. */
export const agreements: ImportKind = {
  kind: "agreements",
  fields: [
    partnerField,
    field(
      "title",
      "Title",
      "text",
      "agreement, contract, agreement title, contract title, name, vertrag, vertragstitel, titel, bezeichnung, contrat, titre, intitulé, contrato, título, acuerdo",
      { isRequired: true },
    ),
    field(
      "signed_on",
      "Signed on",
      "date",
      "signed, signature date, date signed, signing date, unterzeichnet, unterzeichnet am, unterschrieben, signé le, date de signature, firmado, fecha de firma",
    ),
    field(
      "host_signer",
      "Signed for us by",
      "text",
      "our signatory, our signer, signed by us, signatory, unterzeichner, unterzeichnet von, unser unterzeichner, signataire, notre signataire, firmante, nuestro firmante",
    ),
    field(
      "partner_signer",
      "Signed for the partner by",
      "text",
      "partner signatory, their signatory, counterparty signatory, customer signatory, signed by partner, unterzeichner des partners, signataire du partenaire, firmante del socio",
    ),
    startsOnField,
    endsOnField,
    field(
      "auto_renews",
      "Renews by itself",
      "flag",
      "auto renew, auto renewal, automatic renewal, autorenew, automatische verlängerung, verlängert sich, renouvellement automatique, tacite reconduction, renovación automática",
      { otherwise: "no" },
    ),
    noticeDaysField,
    noticeMonthsField,
    field(
      "renewal_months",
      "Renews for so many months",
      "integer",
      "renewal term, renewal months, renewal period, renewal term months, verlängerung monate, verlängerung um monate, verlängerungszeitraum, reconduction mois, durée de reconduction, renovación meses, período de renovación",
      { min: 1, max: 240 },
    ),
    currencyField,
    field(
      "value",
      "Value",
      "money",
      "amount, contract value, total, total value, tcv, wert, vertragswert, betrag, valeur, montant, valor, importe, monto",
    ),
    field(
      "external_id",
      "Id in your other system",
      "text",
      "id, contract id, contract number, agreement number, reference, vertragsnummer, nummer, numéro de contrat, référence, número de contrato, referencia",
    ),
  ],
  inOrder: [["starts_on", "ends_on"]],
  example: {
    partner: "Contoso GmbH",
    title: "Reseller agreement 2024",
    signed_on: "2024-01-10",
    host_signer: "Ada Berg",
    partner_signer: "Kim Lee",
    starts_on: "2024-01-15",
    ends_on: "2027-01-14",
    auto_renews: "yes",
    notice_days: "90",
    currency: "EUR",
    value: "250000.00",
    external_id: "AGR-2024-17",
  },
  open: async ({ tx, add, again, newId, remarks, shared, today }) => {
    const noticeOf = await noticeColumns(tx)
    const { partnershipOf } = await shared(openPartners)
    const known = await shared(openAgreements)
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const title = textOf(row, "title") ?? ""
      const endsOn = textOf(row, "ends_on")
      const since = textOf(row, "signed_on") ?? partnership.startedOn ?? undefined
      const startsOn =
        textOf(row, "starts_on") ?? (since && fillIn(remarks, { field: "starts_on", text: title }, since)) ?? noStart
      if (typeof startsOn === "object") return startsOn
      if (endsOn !== undefined && endsOn < startsOn) return beforeStart("ends_on", startsOn)
      const externalId = textOf(row, "external_id") ?? null
      const existing = known
        .of(partnership.id)
        .find((each) =>
          externalId ? isSameId(each.externalId, externalId) : sameTitle(each, title) && each.startsOn === startsOn,
        )
      const value = moneyOf(row, "value")
      const id = existing?.id ?? newId()
      const length = noticeLengthIn(row)
      if (isRowError(length)) return length
      const { noticeDays, noticeMonths } = length
      const agreement = {
        id,
        partnership_id: partnership.id,
        title,
        // What renews itself is not over with the end that was signed.
        state: endsOn !== undefined && endsOn < today && row["auto_renews"] !== true ? "expired" : "in_force",
        signed_on: textOf(row, "signed_on"),
        host_signer: textOf(row, "host_signer"),
        partner_signer: textOf(row, "partner_signer"),
        starts_on: startsOn,
        ends_on: endsOn,
        auto_renews: row["auto_renews"] === true,
        notice_days: noticeDays,
        notice_months: noticeMonths,
        ...unsaid,
        renewal_months: numberOf(row, "renewal_months"),
        ...noticeOf({ startsOn, endsOn, autoRenews: row["auto_renews"] === true, noticeDays, noticeMonths }),
        value_minor: value?.amountMinor,
        currency: value?.currency ?? textOf(row, "currency") ?? partnership.currency,
        external_id: externalId,
      }
      if (existing) {
        again(agreementTable, id, agreement)
        return "known"
      }
      known.add({ id, partnershipId: partnership.id, title, startsOn, endsOn: endsOn ?? null, externalId })
      add(agreementTable, agreement)
      return "recorded"
    }
  },
}

const noStart: RowError = { field: "starts_on", reason: "required-empty" }

const isSameId = (known: string | null, id: string): boolean =>
  known !== null && foreignIdKey(known) === foreignIdKey(id)
