import { activityFields, dealFields, measurementFields } from "./activityFields.ts"
import { agreementFields, commitmentFields, objectiveFields } from "./agreementFields.ts"
import type { Field, FieldTable } from "./field.ts"
import type { ImportKind } from "./kind.ts"
import { partnerFields, peopleFields } from "./partnerFields.ts"

/** Everything a file of each kind may bring. */
export const fieldTables: Readonly<Record<ImportKind, FieldTable>> = {
  partners: partnerFields,
  people: peopleFields,
  agreements: agreementFields,
  objectives: objectiveFields,
  commitments: commitmentFields,
  activities: activityFields,
  measurements: measurementFields,
  deals: dealFields,
}

/** The field of a kind by its key. */
export const findField = (kind: ImportKind, key: string): Field | undefined =>
  fieldTables[kind].fields.find((candidate) => candidate.key === key)
