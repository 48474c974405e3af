import type { Table } from "../reading.ts"
import type { Collected } from "../rules.ts"

/** Tells which sheets of a workbook hold something and are not read. */
export const tellSheets = ({ sheets, sheet }: Table, remarks: Collected): void => {
  remarks.at(1)
  for (const { name, first } of sheets)
    if (name !== sheet && first.length > 0)
      remarks.tell("sheet-not-read", { header: name, text: first.filter((cell) => cell.trim() !== "").join(" | ") })
}
