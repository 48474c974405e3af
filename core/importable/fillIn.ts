import type { Remarks } from "./remark.ts"

type Unsaid = Readonly<{ field: string; text?: string | undefined; becomes?: string }>

/**
 * What a file does not say and a record must have is told with what is taken for it; where somebody would rather leave such rows out, the
 * field that is missing.
 */
export const fillIn = <T extends string | number>(
  remarks: Remarks,
  { field, text, becomes }: Unsaid,
  value: T,
): T | Readonly<{ field: string; reason: "required-empty" }> => {
  remarks.tell("filled-in", { field, text, becomes: becomes ?? String(value) })
  return remarks.answerTo("filled-in", { field }) === "refuse" ? { field, reason: "required-empty" } : value
}
