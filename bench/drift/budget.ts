import { alarmsIn, type Figure, figure } from "./score.ts"
import { ranged, table } from "./table.ts"
import type { Verdict } from "./verdicts.ts"

const levels = [0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98] as const

/** False alarms a partnership-year where drift is spoken of from that certainty on. */
export type BudgetRow = Readonly<{ level: number; falseAlarms: Figure }>

export const budgetOf = (verdicts: readonly Verdict[]): readonly BudgetRow[] => {
  const calm = verdicts.filter(({ calmWeeks }) => calmWeeks > 0)
  return levels.map((level) => ({
    level,
    falseAlarms: figure(calm, (some) => {
      const alarms = some.reduce((sum, { calm: said = [] }) => sum + alarmsIn(said, level), 0)
      return alarms / (some.reduce((sum, { calmWeeks }) => sum + calmWeeks, 0) / 52.18)
    }),
  }))
}

/** What a workspace pays for being told earlier: the source of the table that turns its budget of false alarms into a certainty. */
export const budgetSection = (rows: Readonly<Record<string, readonly BudgetRow[]>>): string => `## What certainty costs

A workspace says how many false alarms a partnership-year it bears, and is told from the certainty that keeps to them: the upper end of the interval on the harder of
the own and the held-out worlds, ${usual} where nothing was said.

${table(
  ["told from a certainty of", ...Object.keys(rows).map((name) => `false alarms a year, ${name}`)],
  levels.map((level, i) => [
    String(level),
    ...Object.values(rows).map((some) => ranged((some[i] as BudgetRow).falseAlarms, 3)),
  ]),
)}`

const usual = 0.6
