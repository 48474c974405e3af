import type { SomeOfRow } from "#core/importable/again"
import type { ImportTable } from "#platform/importable"
import { type Collected, rowInWords } from "../rules.ts"
import type { Stored, Waiting } from "../store.ts"

/** A row of the file with the row that is here and is the same thing. */
export type Pair = Readonly<{ waiting: Waiting; stored: Stored }>

/** Tells of a row without an id that it is here already, or says another thing of the same; answers what becomes of it. */
export const settleMet = (
  remarks: Collected,
  table: ImportTable,
  { waiting, stored }: Pair,
  isSame: boolean,
  dayOf: (at: string) => string,
): string | undefined => {
  const code = isSame ? "recorded-before" : table.again?.isReplaced ? "recorded-otherwise" : "called-the-same"
  const words = (values: SomeOfRow) => rowInWords(table, values, dayOf)
  const about = { text: words(stored.values), ...(!isSame && { becomes: words(waiting.row) }) }
  remarks.tell(code, about)
  return remarks.answerTo(code, {})
}
