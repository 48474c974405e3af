import type { Detection, Evidence, SampleCell } from "./detection.ts"
import type { DecimalFormat } from "./formats.ts"
import { unscaled } from "./numberWords.ts"
import { withoutCurrency } from "./readMoney.ts"
import { type NumberReadings, numberReadings } from "./readNumber.ts"

const mostExamples = 3

/** Finds whether a column marks decimals with a point or a comma, with the first cell that proves it. */
export const detectDecimals = (cells: readonly SampleCell[]): Detection<DecimalFormat> => {
  let point: Evidence | undefined
  let comma: Evidence | undefined
  const openCells: string[] = []
  for (const { line, text } of cells) {
    const readings = readingsOf(text)
    if (readings.point !== undefined && readings.comma !== undefined) {
      if (readings.point !== readings.comma) openCells.push(text)
    } else if (readings.point !== undefined)
      point ??= { line, text, reason: "only-decimal-point", meaning: String(readings.point) }
    else if (readings.comma !== undefined)
      comma ??= { line, text, reason: "only-decimal-comma", meaning: String(readings.comma) }
  }
  const evidence = [point, comma].filter((found) => found !== undefined)
  if (evidence.length === 1) return { format: point ? "point" : "comma", evidence }
  const [example] = openCells
  if (example === undefined) return { format: "ambiguous", evidence }
  const readings = readingsOf(example)
  const choices = [
    { format: "point", means: String(readings.point) },
    { format: "comma", means: String(readings.comma) },
  ]
  return {
    format: "ambiguous",
    evidence,
    question: { kind: "decimals", choices, examples: openCells.slice(0, mostExamples) },
  }
}

/** A currency may look like a word for thousands: 1.234 Kč, 1.234 TL. */
const readingsOf = (text: string): NumberReadings => {
  const readings = numberReadings(withoutCurrency(text))
  const scaled = (readings.point ?? readings.comma) === undefined ? unscaled(text) : undefined
  return scaled ? numberReadings(withoutCurrency(scaled.text)) : readings
}
