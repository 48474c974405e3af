import type { FieldTable } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"

/**
 * What a row must say and does not is recorded as what it most likely is, and that is told: nobody finds a state in the record that no file
 * had and nobody chose. Answers the row with it, or the field that is missing.
 */
export const sayOtherwise = ({ fields }: FieldTable, remarks: Remarks) => {
  const unsaid = fields.flatMap(({ key, otherwise, choices = {} }) =>
    otherwise === undefined ? [] : [{ key, otherwise, choices: Object.keys(choices) }],
  )
  return (row: ImportRow): ImportRow | Readonly<{ missing: string }> => {
    let whole = row
    for (const { key, otherwise, choices } of unsaid) {
      if (row[key] !== undefined) continue
      const answer = remarks.answerTo("not-said", { field: key }) ?? otherwise
      const becomes = choices.find((choice) => choice === answer)
      const text = Object.values(row)
        .filter((value) => typeof value === "string")
        .slice(0, 3)
        .join(" | ")
      remarks.tell("not-said", { field: key, text, becomes, choices, usual: otherwise })
      if (becomes === undefined) return { missing: key }
      whole = { ...whole, [key]: becomes }
    }
    return whole
  }
}
