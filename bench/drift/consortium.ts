import { readPortfolio } from "#commands/drift/read"
import { asWritten } from "#commands/drift/rows"
import { weekFromNumber } from "#core/time"
import { type Assessment, assessPortfolio, type WeeklySignal } from "#rules/drift"
import { weeklyOpenstackNova } from "#test/openstack-nova"

/** What is said of a company, the last week in which it did anything, and what it did quarter by quarter. */
export type ConsortiumRow = Readonly<{
  name: string
  lastAct: string
  finding: Assessment
  quarters: readonly Readonly<{ from: string; acts: number }>[]
}>

/** What is said of 29 companies in a real open consortium, beside the last week each did anything. */
export const consortiumTable = async (): Promise<readonly ConsortiumRow[]> => {
  const { subjects, lastWeek } = await readPortfolio(weeklyOpenstackNova(), undefined, asWritten)
  const findings = [...assessPortfolio(subjects, weekFromNumber(lastWeek + 1))]
  return subjects.map(({ partnership: name, signals: [contributions] }, i) => {
    const { firstWeek, values } = contributions as WeeklySignal
    const lastAct = weekFromNumber(firstWeek + values.findLastIndex((value) => value > 0))
    return { name, lastAct, finding: findings[i] as Assessment, quarters: quartersOf(firstWeek, values) }
  })
}

const quarterWeeks = 13

const quartersOf = (firstWeek: number, values: Float64Array): ConsortiumRow["quarters"] =>
  Array.from({ length: Math.ceil(values.length / quarterWeeks) }, (_, i) => ({
    from: weekFromNumber(firstWeek + i * quarterWeeks),
    acts: values
      .subarray(i * quarterWeeks, (i + 1) * quarterWeeks)
      .reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0),
  }))
