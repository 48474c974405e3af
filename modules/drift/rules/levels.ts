import { type Rate, rateOf } from "#core/rate"
import { findSignal, isMoney, type SignalKind } from "#rules/metrics"

/** A level of a signal in the unit that people think in, without words. Money of an unnamed currency is a number. */
export type Level =
  | Readonly<{ unit: "none" }>
  | Readonly<{ unit: "rate"; count: number; per: Rate["per"] }>
  | Readonly<{ unit: "money"; amount: number; isWeekly: boolean }>
  | Readonly<{ unit: "share"; share: number }>
  | Readonly<{ unit: "hours" | "days" | "days-a-week" | "number"; count: number }>

type Measured = Readonly<{ signal: string; kind?: SignalKind | undefined }>

/** Hours from which days say it better. */
const inDays = 48

/** What a signal stands at, as one would say it: acts by how often, answers in hours or days, shares in per cent. Null where it is unknown. */
export const levelOf = ({ signal, kind = findSignal(signal)?.kind }: Measured, value: number | null): Level | null => {
  if (value === null) return null
  if (isMoney(signal)) return { unit: "money", amount: value, isWeekly: signal === "revenue" }
  if (isVacancy(signal)) return { unit: "days-a-week", count: value }
  if (kind === "proportion" || signal === "single_threadedness") return { unit: "share", share: value }
  if (kind === "latency") return timeOf(signal, value)
  return kind === "count" && findSignal(signal) !== undefined ? oftenOf(value) : { unit: "number", count: value }
}

export const isVacancy = (signal: string): boolean => signal.startsWith("sponsor_vacant_days")

/** Whole numbers of a signal that nobody defined may as well be a stock, 300 seats: they are no "how often". */
const oftenOf = (aWeek: number): Level => {
  const rate = rateOf(aWeek)
  return rate === undefined ? { unit: "none" } : { unit: "rate", ...rate }
}

const timeOf = (signal: string, value: number): Level => {
  if (/days/i.test(signal)) return { unit: "days", count: value }
  if (/minutes|latency|ms\b/i.test(signal)) return { unit: "number", count: value }
  return value < inDays ? { unit: "hours", count: value } : { unit: "days", count: value / 24 }
}
