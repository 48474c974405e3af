import type { Table } from "../reading.ts"
import type { Collected } from "../rules.ts"

/** Of a line read in each of so many encodings. */
const [shownTogether, most] = [190, 4]

/** Tells what holds for the file as a whole: sheets that hold something and are not read, and that its letters can be read in several ways. */
export const tellFile = ({ sheets, sheet, encodings }: Table, remarks: Collected): void => {
  remarks.at(1)
  for (const { name, first } of sheets)
    if (name !== sheet && first.length > 0)
      remarks.tell("sheet-not-read", { header: name, text: first.filter((cell) => cell.trim() !== "").join(" | ") })
  const choices = encodings.map(({ name }) => name)
  const length = Math.floor(shownTogether / Math.min(most, choices.length)) - 16
  for (const [at, { line }] of (encodings[0]?.lines ?? []).entries()) {
    remarks.at(line)
    const readings = encodings
      .slice(0, most)
      .map(({ name, lines }) => `${name}: ${(lines[at]?.text ?? "").slice(0, length)}`)
    remarks.tell("encoding-uncertain", { text: readings.join(" · "), choices })
  }
}
