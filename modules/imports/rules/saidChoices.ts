import type { Field, FieldTable } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"

const yesNo = ["yes", "no"]

/** What may be said of a field in place of what it counts as where a row does not say it. */
export const saidChoicesOf = ({ type, choices = {} }: Pick<Field, "type" | "choices">): readonly string[] =>
  type === "flag" ? yesNo : Object.keys(choices)

/**
 * What a row must say and does not is recorded as what it most likely is, and that is told: nobody finds a state in the record that no file
 * had and nobody chose. Answers the row with it, or the field that is missing.
 */
export const sayOtherwise = ({ fields }: FieldTable, remarks: Remarks) => {
  const unsaid = fields.flatMap((field) => {
    const { key, type, otherwise } = field
    if (otherwise === undefined) return []
    const choices = saidChoicesOf(field)
    const answer = remarks.answerTo("not-said", { field: key }) ?? otherwise
    const becomes = choices.find((choice) => choice === answer)
    return [{ key, becomes, value: type === "flag" ? becomes === "yes" : becomes, choices, usual: otherwise }]
  })
  let shown = 0
  return (row: ImportRow): ImportRow | Readonly<{ field: string; reason: "required-empty" }> => {
    let whole: Record<string, ImportRow[string]> | undefined
    for (const { key, becomes, value, choices, usual } of unsaid) {
      if (row[key] !== undefined) continue
      remarks.tell("not-said", { field: key, text: shown++ < mostShown ? shownOf(row) : "", becomes, choices, usual })
      if (value === undefined || becomes === undefined) return { field: key, reason: "required-empty" }
      whole ??= { ...row }
      whole[key] = value
    }
    return whole ?? row
  }
}

/** Of so many rows it is known by then which are new, and three of those are shown. */
const mostShown = 30_000

/** By what a person finds the row again. */
const shownOf = (row: ImportRow): string => {
  const shown: string[] = []
  for (const key in row) {
    const value = row[key]
    if (typeof value === "string" && shown.push(value) === 3) break
  }
  return shown.join(" | ")
}
