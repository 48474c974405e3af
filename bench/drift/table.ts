import type { Figure } from "./score.ts"

/** A table of a Markdown page. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

export const short = (value: number, digits = 2): string => (Number.isNaN(value) ? "-" : value.toFixed(digits))

/** A figure with its confidence interval. */
export const ranged = ({ value, low, high }: Figure, digits = 2): string =>
  Number.isNaN(value) ? "-" : `${short(value, digits)} (${short(low, digits)} to ${short(high, digits)})`
