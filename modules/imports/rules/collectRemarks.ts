import type { Field } from "#core/importable/field"
import {
  type About,
  type Answers,
  type Remark,
  type RemarkKind,
  type Remarks,
  remarkKey,
  type Showing,
} from "#core/importable/remark"
import { explain } from "./reasons.ts"
import { storable } from "./storable.ts"

/** Different things of one kind that are told of one file: a person reads fewer, and a list of values that is longer is no closed list. */
const mostOfKind = 300
const shownExamples = 3
const longestExample = 200

type Growing = Omit<Remark, "count" | "examples" | "answer" | "message"> & {
  count: number
  examples: { line: number; text: string; becomes: string | null }[]
}

export type Collected = Remarks &
  Readonly<{
    at(line: number): void
    line(): number
    /** So many rows more show what was told of them before. */
    more(code: string, about: About, rows: number): void
    all(): readonly Remark[]
  }>

/**
 * Gathers what is told of a file, by kind and what it is about: a count, the first three rows, the answer. Constant memory;
 * a microsecond a row that tells something.
 */
export const collectRemarks = (
  kinds: Readonly<Record<string, RemarkKind>>,
  answers: Answers,
  fields: readonly Field[] = [],
): Collected => {
  const found = new Map<string, Growing>()
  const ofKind = new Map<string, number>()
  let line = 0
  const kindOf = (code: string): RemarkKind => {
    const kind = kinds[code]
    if (!kind) throw new TypeError(`no module says what ${code} tells`)
    return kind
  }
  const labelOf = (key: string | null) => fields.find((field) => field.key === key)?.label ?? key
  const open = (code: string, key: string, showing: Showing): Growing => {
    const { field, header, value, choices = [], without = [], likely } = showing
    const kind = kindOf(code)
    return {
      ...{ code, key, field: field ?? null, header: header ?? null, value: value ?? null, count: 0, examples: [] },
      choices: [...choices, ...Object.keys(kind.choices ?? {}).filter((choice) => !without.includes(choice))],
      usual: kind.usual ?? null,
      ...(likely !== undefined && { likely }),
    }
  }
  const tell = (code: string, showing: Showing = {}): void => {
    const key = remarkKey(code, showing)
    if (!found.has(key)) {
      const known = ofKind.get(code) ?? 0
      // Each kind has room of its own: what is only told must not take the place of what is asked.
      if (known >= mostOfKind) {
        tell("more-remarks", { text: showing.text })
        return
      }
      ofKind.set(code, known + 1)
    }
    const growing = found.get(key) ?? open(code, key, showing)
    found.set(key, growing)
    growing.count++
    const { text = "", becomes = null } = showing
    if (growing.examples.length < shownExamples)
      growing.examples.push({ line, text: storable(text, longestExample), becomes })
  }
  return {
    tell,
    at: (next) => {
      line = next
    },
    line: () => line,
    more: (code, about, rows) => {
      const growing = found.get(remarkKey(code, about)) ?? found.get(remarkKey("more-remarks", {}))
      if (growing) growing.count += rows
    },
    answerTo: (code, about) => answers[remarkKey(code, about)] ?? kindOf(code).usual,
    all: () =>
      [...found.values()].map((remark) => ({
        ...remark,
        answer: remark.choices.find((choice) => choice === answers[remark.key]) ?? null,
        message: explain({ tells: kindOf(remark.code).tells }, "tells", { ...remark, field: labelOf(remark.field) }),
      })),
  }
}
