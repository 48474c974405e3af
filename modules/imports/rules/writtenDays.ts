import type { Field } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import { isRefusal } from "#core/refusal"
import type { CellReader } from "./cellReader.ts"
import { readDate } from "./readDate.ts"
import { splitTime } from "./readMoment.ts"

const utcMidnight = /[T\s]0?0:00(?::00(?:\.0+)?)?\s?(?:Z|UTC|GMT|[+-]00(?::?00)?)$/i

/**
 * Midnight in UTC may be an instant, or a day that a program wrote with a time. West of Greenwich these are two days, so it is told
 * which was taken: the day here at that moment, unless somebody says that the day was meant.
 */
export const withWrittenDays = ({ key, type }: Field, read: CellReader, remarks: Remarks): CellReader => {
  if (type !== "date") return read
  const isWritten = remarks.answerTo("midnight-in-utc", { field: key }) === "written"
  return (text) => {
    const day = read(text)
    if (typeof day !== "string" || text.length < 16 || !utcMidnight.test(text.trim())) return day
    const written = readDate(splitTime(text.trim())?.day ?? "", "iso")
    if (isRefusal(written) || written === day) return day
    const taken = isWritten ? written : day
    remarks.tell("midnight-in-utc", { field: key, text, becomes: taken })
    return taken
  }
}
