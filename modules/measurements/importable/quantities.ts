import type { RemarkKind, Remarks } from "#core/importable/remark"
import { type ImportRow, type Quantity, quantityOf } from "#core/importable/row"
import { isRefusal } from "#core/refusal"
import { type RowError, rowErrorOf } from "#platform/importable"
import { findSignal } from "#rules/metrics"
import { type ScaleSeen, seesBothScales, shareOf } from "../rules.ts"

/** Shares are told and asked by signal, whatever column they stand in. */
export const shareRemarks = {
  "share-in-percent": {
    about: "value",
    tells: "The numbers of {{value}} are above 1, and it is a share. Rows: {{count}}.",
    choices: { percent: "They are percent: 85 is 0.85", refuse: "Leave out the rows" },
    usual: "percent",
  },
  "share-scales": {
    about: "value",
    onlyWhereSeen: true,
    tells: "{{value}} is a share, and has numbers up to 1 as well as above it. Rows: {{count}}.",
    choices: {
      percent: "All of them are percent: 0.5 is 0.5 %",
      "above-one": "Those above 1 are percent, the others shares: 0.5 is 50 %",
      refuse: "Leave out the rows above 1",
    },
  },
  "percent-beside-numbers": {
    about: "value",
    onlyWhereSeen: true,
    tells: "{{value}} has numbers with a percent sign and numbers above 1 without one. Rows: {{count}}.",
    choices: {
      percent: "Those without are percent too: 90 is 0.9",
      number: "Take those without as they stand",
      refuse: "Leave out the rows without",
    },
  },
} as const satisfies Readonly<Record<string, RemarkKind>>

/** Reads numbers by what their signal is: a share is one number, however it is written. */
export const openQuantities = (remarks: Remarks) => {
  const seen = new Map<string, ScaleSeen>()
  const marked = new Map<string, MarksSeen>()
  return (row: ImportRow, field: "value" | "expected", signal: string): number | undefined | RowError => {
    const quantity = quantityOf(row, field)
    if (quantity === undefined) return undefined
    const { written, isPercent } = quantity
    if (quantity.isHours) return hoursFor(signal, written) ?? { field, reason: "not-a-number" }
    const kind = findSignal(signal)?.kind
    // A count of -5, or an answer after -2 hours, is none: what is less than nothing is refused, and never counted.
    if (kind !== undefined && kind !== "level" && kind !== "amount" && written < 0)
      return kind === "proportion" ? { field, reason: "share-out-of-range" } : belowNothing(field)
    if (kind !== "proportion") {
      const key = `${field} ${signal}`
      const marks = marked.get(key) ?? { percent: false, bare: false }
      marked.set(key, marks)
      return asMarked(quantity, marks, { field, value: signal }, remarks)
    }
    const about = { field, value: signal }
    const scale = seen.get(`${field} ${signal}`) ?? { plain: false, aboveOne: false }
    seen.set(`${field} ${signal}`, scale)
    const isMixed = seesBothScales(scale, quantity)
    const isPlain = isPercent || written <= 0
    const answer = isPlain
      ? undefined
      : (remarks.answerTo("share-scales", { ...about, text: String(written) }) ?? alone(written, remarks, about))
    const share = shareOf(quantity, answer as "percent")
    const shown = isRefusal(share) ? undefined : String(share)
    if (isMixed) remarks.tell("share-scales", { ...about, text: String(written), becomes: shown })
    else if (written > 1 && !isPercent)
      remarks.tell("share-in-percent", { ...about, text: String(written), becomes: shown })
    return isRefusal(share) ? rowErrorOf(field, share) : share
  }
}

const belowNothing = (field: string): RowError => ({ field, reason: "number-too-small", params: { min: 0 } })

/** Whether a signal that Keelson does not define was seen with a percent sign, and above 1 without one. */
type MarksSeen = { percent: boolean; bare: boolean }

/** 85 % is 0.85. Beside it nobody knows what 90 is, until somebody says it. */
const asMarked = (
  { written, isPercent }: Quantity,
  seen: MarksSeen,
  about: Readonly<{ field: string; value: string }>,
  remarks: Remarks,
): number | RowError => {
  const isBare = !isPercent && written > 1
  seen.percent ||= isPercent
  seen.bare ||= isBare
  if (isPercent && !seen.bare) return written / 100
  if (!seen.percent && !isBare) return written
  const answer = isBare ? remarks.answerTo("percent-beside-numbers", { ...about, text: String(written) }) : undefined
  const value = isPercent || answer === "percent" ? written / 100 : written
  if (seen.percent && seen.bare)
    remarks.tell("percent-beside-numbers", {
      ...{ ...about, text: `${written}${isPercent ? " %" : ""}` },
      ...(answer !== "refuse" && { becomes: String(value) }),
    })
  return answer === "refuse" ? { field: about.field, reason: "left-out-as-said" } : value
}

/** Time that has passed, in the unit that its signal names. */
const hoursFor = (signal: string, hours: number): number | undefined =>
  /hours?/i.test(signal)
    ? hours
    : /days?/i.test(signal)
      ? hours / 24
      : /minutes?/i.test(signal)
        ? hours * 60
        : undefined

/** Where every number is above 1 they are percent. */
const alone = (written: number, remarks: Remarks, about: { field: string; value: string }) =>
  written > 1 && remarks.answerTo("share-in-percent", about) !== "refuse" ? "percent" : undefined
