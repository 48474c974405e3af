import { type Refusal, refuse } from "#core/refusal"

/** What can be wrong with an expression. */
export const complaintReasons = [
  ...(["syntax", "too-long", "too-large", "not-offered", "unknown-name", "unknown-function", "unknown-field"] as const),
  ...([
    "wrong-type",
    "wrong-result",
    "not-one-of",
    "not-a-value",
    "money-by-number",
    "nested-loop",
    "too-many",
  ] as const),
] as const
export type ComplaintReason = (typeof complaintReasons)[number]

/** One thing wrong: where in the text, what stands there, and what was expected. */
export type Complaint = Readonly<{
  reason: ComplaintReason
  from: number
  to: number
  found: string
  expected: string
}>

/** The first in reading order is said; the others follow from it more often than not. */
export const refuseExpression = (complaints: readonly Complaint[]): Refusal<"expression-refused"> => {
  const ordered = complaints.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return refuse("expression-refused", { field: "expression", complaint: ordered.at(0), more: complaints.length - 1 })
}
