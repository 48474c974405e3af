import { type PlainDate, weekFromNumber } from "#core/time"
import { chosenSources } from "#modules/measurements"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion } from "#platform/weekly"
import type { Counted } from "#rules/measurements"
import type { Series } from "./rules.ts"

/** A signal that is told twice: which record counts, from when to when the other one tells, and what was chosen since. */
export type ToldTwice = Readonly<{
  signal: string
  counted: Counted
  from: PlainDate
  until: PlainDate
  /** From the next look on. */
  next: Counted | null
}>

/** Which of one partnership's signals are told twice. Reads no facts. */
export const toldTwice = async (
  tx: WorkspaceTx,
  series: readonly Series[],
  { subjects, knownAt }: Pick<WeeklyQuestion, "subjects" | "knownAt">,
): Promise<readonly ToldTwice[]> => {
  const found = Map.groupBy(
    series.filter(({ counted }) => counted),
    ({ signal }) => signal,
  )
  const chosen = found.size > 0 ? await chosenSources(tx, subjects, knownAt) : []
  return [...found].map(([signal, told]) => {
    const counted = told[0]?.counted as Counted
    const next = chosen.find((choice) => choice.signal === signal)?.counted ?? counted
    return {
      ...{ signal, counted, next: next === counted ? null : next },
      from: weekFromNumber(Math.min(...told.map(({ leftFrom }) => leftFrom as number))),
      until: weekFromNumber(Math.max(...told.map(({ leftUntil }) => leftUntil as number))),
    }
  })
}
