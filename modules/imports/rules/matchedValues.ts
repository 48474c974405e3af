import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal } from "#core/refusal"
import type { CellReader } from "./cellReader.ts"
import { choiceReader } from "./choiceReader.ts"

/** What is longer is no value of a closed list, and is not asked about. */
const longestValue = 100

/**
 * A value that a closed list does not have means what somebody says it means, once for all its rows and for the next file with the
 * same columns. Until then its rows are not taken.
 */
export const withMatchedValues = (field: Field, read: CellReader, remarks: Remarks): CellReader => {
  const { key, type, choices, likely = {}, orName, isRequired } = field
  if (type !== "choice" || !choices || orName) return read
  const guess = choiceReader(likely)
  const without = isRequired ? ["empty"] : []
  return (text) => {
    const found = read(text)
    const value = text.trim()
    if (!isRefusal(found) || found.refusal !== "not-a-choice" || value.length > longestValue) return found
    const answer = remarks.answerTo("unknown-value", { field: key, value })
    const known = Object.keys(choices)
    const meant = known.find((choice) => choice === answer)
    const proposed = guess(value)
    remarks.tell("unknown-value", {
      ...{ field: key, value, text: value, becomes: meant, choices: known, without },
      ...(typeof proposed === "string" && { likely: proposed }),
    })
    return answer === "empty" ? undefined : (meant ?? found)
  }
}
