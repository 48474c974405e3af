import type { Remarks } from "#core/importable/remark"
import type { Aside } from "./asideRow.ts"
import type { Mapping } from "./mapping.ts"

/** A row with what is odd about it, as it was read. */
type ReadRow = Readonly<{
  cells: readonly string[]
  aside?: Aside
  hidden?: true
  merged?: readonly Readonly<{ column: number; text: string }>[]
  filledUp?: number
}>

/** The cells that count; or that the row is left out, or refused because it is too short. */
export type SettledRow = readonly string[] | "left-out" | "too-short"
export type RowSettler = (row: ReadRow) => SettledRow

const longestShown = 6

/**
 * Decides of a row that does not stand in the table as rows do what is made of it, as it was chosen, and tells it: a total or note, cells
 * merged with those above, a row that ends early.
 */
export const rowSettler =
  (mapping: Mapping, remarks: Remarks): RowSettler =>
  ({ cells, aside, hidden, merged, filledUp }) => {
    if (hidden) {
      remarks.tell("row-hidden", { text: shown(cells) })
      if (remarks.answerTo("row-hidden", {}) === "leave") return "left-out"
    }
    if (aside !== undefined) {
      remarks.tell("row-aside", { text: shown(cells) })
      if (remarks.answerTo("row-aside", {}) !== "take") return "left-out"
    }
    if (filledUp !== undefined) {
      remarks.tell("row-filled-up", { text: shown(cells) })
      if (remarks.answerTo("row-filled-up", {}) === "refuse") return "too-short"
    }
    return merged === undefined ? cells : filled(cells, merged, mapping, remarks)
  }

/** While nobody has chosen nothing is written, and what is shown is how it would be with the cells filled. */
const filled = (
  cells: readonly string[],
  merged: NonNullable<ReadRow["merged"]>,
  mapping: Mapping,
  remarks: Remarks,
): readonly string[] => {
  const whole = [...cells]
  for (const { column, text } of merged) {
    const field = mapping[column]
    if (field === undefined) continue
    const answer = remarks.answerTo("merged-cells", { field })
    remarks.tell("merged-cells", { field, text: shown(cells), ...(answer !== "leave" && { becomes: text }) })
    if (answer !== "leave") whole[column] = text
  }
  return whole
}

const shown = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== "")
    .slice(0, longestShown)
    .join(" | ")
