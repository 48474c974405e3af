import { csvCell } from "#core/harmless"
import type { FileKind } from "#core/importable/field"

/** An example CSV of a kind: every field as a column, one row. */
export const templateOf = ({ fields, example }: FileKind): string => {
  const keys = fields.map(({ key }) => key)
  return `${keys.join(",")}\r\n${keys.map((key) => csvCell(example[key])).join(",")}\r\n`
}
