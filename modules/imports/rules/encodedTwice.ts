import { encodedOnce } from "#core/encodedTwice"
import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import type { CellReader } from "./cellReader.ts"

const ofWords: ReadonlySet<Field["type"]> = new Set(["text", "name", "list", "choice"])

/** Letters that a program has encoded once more than was right (Ã¤, &amp;) are told, and read as they were meant unless somebody wants them as they stand. */
export const withLettersMeant = ({ key, type }: Field, read: CellReader, remarks: Remarks): CellReader => {
  if (!ofWords.has(type)) return read
  const isKept = remarks.answerTo("encoded-twice", { field: key }) === "stand"
  return (text) => {
    const meant = encodedOnce(text)
    if (meant === undefined) return read(text)
    remarks.tell("encoded-twice", { field: key, text, becomes: isKept ? text : meant })
    return read(isKept ? text : meant)
  }
}
