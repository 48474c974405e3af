import { existsSync } from "node:fs"
import { readPortfolio } from "#commands/drift/read"
import { weekFromNumber } from "#core/time"
import { type Assessment, assessPortfolio } from "#rules/drift"

const signals = "../shared/data/openstack-nova/signals.csv"

export type ConsortiumRow = Readonly<{ name: string; lastAct: string; finding: Assessment }>

/** What is said of 29 companies in a real open consortium, beside the last week each did anything. */
export const consortiumTable = async (): Promise<readonly ConsortiumRow[] | undefined> => {
  if (!existsSync(signals)) return undefined
  const { subjects, lastWeek } = await readPortfolio(signals, undefined, () => () => {})
  const findings = [...assessPortfolio(subjects, weekFromNumber(lastWeek + 1))]
  return subjects.map(({ partnership: name, signals: [contributions] }, i) => {
    const at = contributions?.values.findLastIndex((value) => value > 0) ?? 0
    return { name, lastAct: weekFromNumber((contributions?.firstWeek ?? 0) + at), finding: findings[i] as Assessment }
  })
}
