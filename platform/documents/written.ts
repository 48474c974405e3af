import type { Format } from "#core/format"
import type { Money } from "#core/money"
import type { Cell, Column, Value } from "./paper.ts"

/** What is written where nothing is known. */
export const unknown = "–"

/** A value as people read it. */
export const written = (format: Format, { kind, digits }: Pick<Column, "kind" | "digits">, value: Value): string => {
  if (value === null || value === "") return unknown
  switch (kind) {
    case "number":
      return format.number(value as number, digits)
    case "share":
      return format.percent(value as number, digits)
    case "money":
      return format.money(value as Money)
    case "date":
      return format.date(value as string)
    case "instant":
      return format.moment(value as string)
    default:
      return String(value)
  }
}

/** The text of a cell: a state's word, a strip's label. */
export const cellText = (format: Format, column: Column, cell: Cell): string =>
  isState(cell) ? cell.text : isStrip(cell) ? cell.label : written(format, column, cell)

export const isState = (cell: Cell): cell is Extract<Cell, { tone: unknown }> =>
  typeof cell === "object" && cell !== null && "tone" in cell

export const isStrip = (cell: Cell): cell is Extract<Cell, { strip: unknown }> =>
  typeof cell === "object" && cell !== null && "strip" in cell

export const isNumeric = ({ kind }: Column): boolean => kind === "number" || kind === "share" || kind === "money"

/** Fills the holes of a text: "Page {page}". */
export const filled = (text: string, holes: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole))
