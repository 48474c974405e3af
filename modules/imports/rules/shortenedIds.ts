import { isShortenedId } from "#core/foreignId"
import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { refuse } from "#core/refusal"
import type { CellReader } from "./cellReader.ts"

/** The field of every kind of file that holds the id of another system. */
const idField = "external_id"

/** Ids that a spreadsheet has shortened (1.23457E+11) are asked about: two that differed are one now. */
export const withWholeIds = ({ key }: Field, read: CellReader, remarks: Remarks): CellReader => {
  if (key !== idField) return read
  const about = { field: key }
  const answer = remarks.answerTo("id-shortened", about)
  return (text) => {
    if (!isShortenedId(text.trim())) return read(text)
    remarks.tell("id-shortened", { ...about, text, ...(answer === "keep" && { becomes: text }) })
    if (answer === "keep") return read(text)
    return answer === "refuse" ? refuse("left-out-as-said") : undefined
  }
}
