import { textOf } from "#core/importable/row"
import { commitmentFields, commitmentOf, commitmentTable } from "#modules/commitments"
import { objectiveFields, objectiveOf, objectiveTable } from "#modules/objectives"
import { openPartners, partnerField } from "#modules/partnerships"
import { type ImportKind, isRowError } from "#platform/importable"
import { agreementField, agreementOf, openAgreements } from "./known.ts"

/** What is to be reached, as an agreement says. */
export const objectives: ImportKind = {
  kind: "objectives",
  fields: [partnerField, agreementField, ...objectiveFields],
  inOrder: [["starts_on", "ends_on"]],
  example: {
    partner: "Contoso GmbH",
    agreement: "Reseller agreement 2024",
    title: "Bookings in the first year",
    category: "revenue",
    metric: "bookings",
    target: "1200000",
    unit: "EUR",
    starts_on: "2024-01-15",
    ends_on: "2025-01-14",
    ramp: "s-curve",
    weight: "2",
  },
  open: async ({ add, newId, shared, remarks }) => {
    const { partnershipOf } = await shared(openPartners)
    const agreements = await shared(openAgreements)
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const agreement = agreementOf(agreements, partnership.id, textOf(row, agreementField.key))
      if (isRowError(agreement)) return agreement
      const objective = objectiveOf(row, { id: newId(), agreement, remarks })
      if (isRowError(objective)) return objective
      add(objectiveTable, objective)
      return "recorded"
    }
  },
}

/** What one side promised the other, in an agreement or beside it. */
export const commitments: ImportKind = {
  kind: "commitments",
  fields: [partnerField, agreementField, ...commitmentFields],
  inOrder: [["starts_on", "ends_on"]],
  oneOf: [["cadence", "due_on", "within_hours"]],
  example: {
    partner: "Contoso GmbH",
    agreement: "Reseller agreement 2024",
    owed_by: "host",
    title: "Quarterly business review",
    cadence: "quarterly",
    starts_on: "2024-01-15",
    ends_on: "2027-01-14",
    evidence: "confirmation",
  },
  open: async ({ add, newId, shared, today, remarks }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    const agreements = await shared(openAgreements)
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const title = textOf(row, agreementField.key)
      const agreement = title === undefined ? undefined : agreementOf(agreements, partnership.id, title)
      if (isRowError(agreement)) return agreement
      const partyId = partyMeant(row, partnership, textOf(row, "owed_by") ?? "", "owed_by")
      if (isRowError(partyId)) return partyId
      const commitment = commitmentOf(row, {
        id: newId(),
        partnershipId: partnership.id,
        partyId,
        agreement,
        today,
        remarks,
      })
      if (isRowError(commitment)) return commitment
      add(commitmentTable, commitment)
      return "recorded"
    }
  },
}
