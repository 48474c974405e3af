import type { ReactNode } from "react"

/** One column of a `DataTable`. Keep the list outside the component or memoised: rows are redrawn when it changes. */
export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Least width in pixels; `grow` shares what is left over (0 keeps the width). */
  width: number
  grow?: number
  /** Numbers and amounts stand at the end, so that digits line up. */
  align?: "end"
  /** The field the server sorts by; without it the column cannot be sorted. */
  sort?: string
  /** Not shown until chosen. */
  isOptional?: boolean
  /** On a phone: left out of the card. */
  isWideOnly?: boolean
}

/** How the rows are ordered: one declared field, "-" in front for descending. */
export type Sort = string
