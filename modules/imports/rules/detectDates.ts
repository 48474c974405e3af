import { dayReadings } from "./dayReadings.ts"
import type { Detection, Evidence, EvidenceReason, SampleCell } from "./detection.ts"
import type { DateFormat } from "./formats.ts"
import { isPlausibleSerial, readDate } from "./readDate.ts"
import { splitTime } from "./readMoment.ts"

const orders = ["dmy", "mdy", "ymd"] as const
type Order = (typeof orders)[number]

const onlyReason: Readonly<Record<Order, EvidenceReason>> = {
  dmy: "only-day-first",
  mdy: "only-month-first",
  ymd: "only-year-first",
}
const mostExamples = 3

/** Finds the order of day, month and year in a column, with the first cell that proves each order. */
export const detectDates = (cells: readonly SampleCell[]): Detection<DateFormat> => {
  const proofs = new Map<Order, Evidence>()
  const possible = new Set<Order>(orders)
  const openCells: string[] = []
  let ordered = 0
  let yearFirst: Evidence | undefined
  let isoCells = 0
  for (const { line, text } of cells) {
    const day = splitTime(text)?.day ?? text
    const readings = dayReadings(day)
    if (readings.any !== undefined) {
      isoCells++
      if (!yearFirst && /^\d{4}/.test(day) && !day.includes("-"))
        yearFirst = { line, text, reason: "only-year-first", meaning: readings.any }
    }
    const fitting = orders.filter((order) => readings[order] !== undefined)
    if (fitting.length === 0) continue
    ordered++
    for (const order of orders) if (readings[order] === undefined) possible.delete(order)
    const [sole] = fitting
    if (fitting.length === 1 && sole && !proofs.has(sole))
      proofs.set(sole, { line, text, reason: onlyReason[sole], meaning: readings[sole] ?? "" })
    if (new Set(fitting.map((order) => readings[order])).size > 1) openCells.push(text)
  }
  if (ordered > 0) return decideOrder(proofs, possible, openCells)
  if (isoCells > 0) return yearFirst ? { format: "ymd", evidence: [yearFirst] } : { format: "iso", evidence: [] }
  return detectSerial(cells)
}

const decideOrder = (
  proofs: ReadonlyMap<Order, Evidence>,
  possible: ReadonlySet<Order>,
  openCells: readonly string[],
): Detection<DateFormat> => {
  const evidence = [...proofs.values()]
  const [sole] = possible
  if (possible.size === 1 && sole) return { format: sole, evidence }
  const [example = ""] = openCells
  if (openCells.length === 0) return { format: "ambiguous", evidence }
  const day = splitTime(example)?.day ?? example
  const readings = dayReadings(day)
  const choices = orders.flatMap((order) => (readings[order] ? [{ format: order, means: readings[order] }] : []))
  return {
    format: "ambiguous",
    evidence,
    question: { kind: "date-order", choices, examples: openCells.slice(0, mostExamples) },
  }
}

/** A column of nothing but plausible day numbers (with or without a time) holds a spreadsheet's dates without their format. */
const detectSerial = (cells: readonly SampleCell[]): Detection<DateFormat> => {
  const [first] = cells
  const isSerial = cells.every(({ text }) => isPlausibleSerial(text))
  if (!first || !isSerial) return { format: "ambiguous", evidence: [] }
  const meaning = String(readDate(first.text, "excel-serial"))
  return { format: "excel-serial", evidence: [{ ...first, reason: "day-number", meaning }] }
}
