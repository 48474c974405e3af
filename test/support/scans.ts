import { expect } from "vitest"
import { getDrift, getDriftInputs, getScan, startScan } from "#contract/drift"
import { listPartnerships } from "#contract/portfolio"
import { addDays } from "#core/time"
import { importFile } from "./imports.ts"
import type { Caller } from "./keelson.ts"

/** Scans everything, and then tells of a partnership by its name: what was found, and the weeks of each signal. */
export const scanned = async (caller: Caller) => {
  const { body } = await caller.call(startScan, { isFull: true })
  while ((await caller.call(getScan, { scan: body.id })).body.state !== "finished")
    await new Promise((resolve) => setTimeout(resolve, 50))
  return async (name: string) => {
    const found = (await caller.call(listPartnerships, { limit: 200 })).body.items.find((one) => one.name === name)
    const partnership = found?.id as string
    const drift = (await caller.call(getDrift, { partnership })).body
    const inputs = (await caller.call(getDriftInputs, { partnership })).body
    const weeks = (signal: string) => inputs.series.find((one) => one.signal === signal)
    return { partnership, state: found?.drift.state, drift, weeks }
  }
}

/** Imports a file of which every row is taken. */
export const imported = async (caller: Caller, from: Parameters<typeof importFile>[1], more = {}) => {
  const run = await importFile(caller, from, more)
  expect(run).toMatchObject({ state: "imported", rowsFailed: 0 })
  return run
}

type Weeks = Readonly<{ firstWeek: string; actual: readonly (number | null)[] }>

/** The last week of which anything is known. */
export const end = ({ firstWeek, actual }: Weeks) =>
  addDays(firstWeek, 7 * actual.findLastIndex((value) => value !== null))

/** The weeks of which something is known, with what. */
export const knownWeeks = (weeks: Weeks | undefined): readonly (readonly [week: string, value: number])[] =>
  (weeks?.actual ?? []).flatMap((value, i) =>
    value === null ? [] : [[addDays((weeks as Weeks).firstWeek, 7 * i), value] as const],
  )

/** Every so many days from one day to another. */
export const days = (from: string, until: string, step = 7) => {
  const found: string[] = []
  for (let day = from; day <= until; day = addDays(day, step)) found.push(day)
  return found
}

/** Rows of a list of calls. */
export const calls = (partner: string, from: string, until: string) =>
  days(from, until, 3).map((day, i) => `${partner},${day},call,Person ${i % 4}`)
export const logOf = (...rows: string[][]) => ["Partner,Date,Activity,Person", ...rows.flat()].join("\n")
