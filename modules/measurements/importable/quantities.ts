import type { RemarkKind, Remarks } from "#core/importable/remark"
import { type ImportRow, quantityOf } from "#core/importable/row"
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
} as const satisfies Readonly<Record<string, RemarkKind>>

/** Reads numbers by what their signal is: a share is one number, however it is written. */
export const openQuantities = (remarks: Remarks) => {
  const seen = new Map<string, ScaleSeen>()
  return (row: ImportRow, field: "value" | "expected", signal: string): number | undefined | RowError => {
    const quantity = quantityOf(row, field)
    if (quantity === undefined) return undefined
    const { written, isPercent } = quantity
    if (quantity.isHours) return hoursFor(signal, written) ?? { field, reason: "not-a-number" }
    if (findSignal(signal)?.kind !== "proportion") return isPercent ? written / 100 : written
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
