import type { ReactNode } from "react"

export type Field<Props> = Omit<Props, "disabled" | "label"> & {
  label: string
  /** Why this cannot be changed now; shown under the field, which becomes read-only. */
  disabledReason?: string | undefined
}

/** The reason takes the place of the hint, and the field can be read but not changed. */
export const locked = (reason: string | undefined, hint: ReactNode) =>
  reason === undefined ? { description: hint } : { description: reason, readOnly: true, "data-locked": true }
