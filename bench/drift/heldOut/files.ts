import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Case } from "#bench/drift/truth"
import { weekFromNumber } from "#core/time"

const cell = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? "" : String(Math.round(value * 1e4) / 1e4)

/** Writes a portfolio in the exchange format; weeks without an observation have no row. */
export const writeFiles = async (folder: string, cases: readonly Case[]) => {
  const signals = ["partnership,type,signal,side,week,value,expected,n"]
  const events = ["partnership,occurred_on,kind,side,note"]
  for (const { subject } of cases) {
    for (const { definition, firstWeek, values, expected, sizes } of subject.signals) {
      const head = `${subject.partnership},${subject.type},${definition.key},${definition.side}`
      values.forEach((value, i) => {
        if (Number.isNaN(value)) return
        signals.push(
          `${head},${weekFromNumber(firstWeek + i)},${cell(value)},${cell(expected?.[i])},${cell(sizes?.[i])}`,
        )
      })
    }
    for (const { occurredOn, kind, side } of subject.events) {
      events.push(`${subject.partnership},${occurredOn},${kind},${side ?? ""},`)
    }
  }
  const paths = { signals: join(folder, "signals.csv"), events: join(folder, "events.csv") }
  await writeFile(paths.signals, `${signals.join("\n")}\n`)
  await writeFile(paths.events, `${events.join("\n")}\n`)
  return paths
}
