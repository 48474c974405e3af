/** How what was missed is settled, several at once. */
export const settlings = ["waive", "re_date", "keep"] as const
export type Settling = (typeof settlings)[number]
