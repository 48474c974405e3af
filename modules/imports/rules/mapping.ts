import { type Field, type FieldTable, keysOf } from "#core/importable/field"
import { type Refusal, refuse } from "#core/refusal"
import { textKey } from "#core/textKey"

/** For every column of the file, in order: the key of the field it fills, or undefined when it is ignored. */
export type Mapping = readonly (string | undefined)[]

export type MappingRefusal = "unknown-field" | "field-mapped-twice" | "field-not-mapped"

/** A mapping can be used when every needed field, or a part of it, has one column and no field has two. */
export const decideMapping = (table: FieldTable, mapping: Mapping): Mapping | Refusal<MappingRefusal> => {
  const seen = new Set<string>()
  for (const key of mapping) {
    if (key === undefined) continue
    const field = findField(table, key)
    if (!field) return refuse("unknown-field", { field: key })
    if (seen.has(key)) return refuse("field-mapped-twice", { field: field.label, key })
    seen.add(key)
  }
  const missing = table.fields.find((field) => field.isRequired && !keysOf(field).some((key) => seen.has(key)))
  return missing ? refuse("field-not-mapped", { field: missing.label, key: missing.key }) : mapping
}

/** What an import teaches for the next file: the comparable header and the field it was mapped to, "" for ignored. */
export type RememberedMapping = Readonly<Record<string, string>>

export const rememberMapping = (headers: readonly string[], mapping: Mapping): RememberedMapping =>
  Object.fromEntries(headers.map((header, column) => [textKey(header), mapping[column] ?? ""]))

/** The field of a table by its key. */
export const findField = ({ fields }: FieldTable, key: string): Field | undefined =>
  fields.find((candidate) => candidate.key === key)
