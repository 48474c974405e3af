import type { RemarkKind, Remarks } from "#core/importable/remark"
import type { PlainDate } from "#core/time"
import type { RowError } from "#platform/importable"
import { findSignal, weekOfKind } from "#rules/metrics"

const choices = {
  together: "They belong together, as rows by region or product do",
  first: "Take the first, leave out the others",
  refuse: "Show the others as rows that were not taken",
}
const usual = "together"

/** Told by signal, and by what several values of a day become: a sum must not be taken for a value that was written twice. */
export const sameDayRemarks = {
  "same-day-sum": {
    about: "value",
    tells: "{{value}} has several rows for one partner and day. They add up. Rows besides the first: {{count}}.",
    ...{ choices, usual },
  },
  "same-day-last": {
    about: "value",
    tells: "{{value}} has several rows for one partner and day. The last counts. Rows besides the first: {{count}}.",
    ...{ choices, usual },
  },
  "same-day-mean": {
    about: "value",
    tells:
      "{{value}} has several rows for one partner and day. Their mean counts, by the number of observations. Rows besides the first: {{count}}.",
    ...{ choices, usual },
  },
  "same-day": {
    about: "value",
    tells:
      "{{value}} has several rows for one partner and day. Whole numbers and amounts add up, of levels the last counts, shares have their mean. Rows besides the first: {{count}}.",
    ...{ choices, usual },
  },
} as const satisfies Readonly<Record<string, RemarkKind>>

type Value = Readonly<{ signal: string; day: PlainDate; value: number | undefined }>

/** Days of one file that are remembered, to see one that comes again: what a file of a million rows holds must not fill memory. */
const mostDays = 200_000

/** Several rows for one signal, party and day of a file count together where they are read; that is told, and may be chosen otherwise. */
export const openSameDays = (remarks: Remarks) => {
  const seen = new Set<string>()
  return (key: string, { signal, day, value }: Value): "taken" | "skipped" | RowError => {
    if (!seen.has(key)) {
      if (seen.size < mostDays) seen.add(key)
      return "taken"
    }
    const kind = findSignal(signal)?.kind
    const code = kind === undefined ? "same-day" : (`same-day-${weekOfKind[kind]}` as const)
    const about = { field: "week", value: signal }
    remarks.tell(code, { ...about, text: `${day}: ${value}` })
    const answer = remarks.answerTo(code, about)
    if (answer === "refuse") return { field: "week", reason: "same-day-twice", params: { signal } }
    return answer === "first" ? "skipped" : "taken"
  }
}
