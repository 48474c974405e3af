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
const lastTime = "answer-of-last-time"

type Growing = Omit<Remark, "count" | "examples" | "answer" | "isRemembered" | "message"> & {
  count: number
  examples: Remark["examples"][number][]
}

/** What was chosen for the last file with the same columns, and which of it this file does not bear out. */
export type Before = Readonly<{ answers: Answers; unfit: readonly Growing[] }>
const nothingBefore: Before = { answers: {}, unfit: [] }

export type Collected = Remarks &
  Readonly<{
    at(line: number): void
    line(): number
    /** Told of a row only where it is new. */
    isOfNewRows(code: string): boolean
    /** So many rows more show what was told of them before. */
    more(code: string, about: About, rows: number): void
    /** What was leaned on of the last file's answers, although nothing in this one raises their question: it must be read without. */
    unfit(): readonly Growing[]
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
  before = nothingBefore,
): Collected => {
  const found = new Map(before.unfit.map((growing) => [growing.key, growing]))
  const unfit: ReadonlySet<string> = new Set(before.unfit.map(({ key }) => key))
  const leaned = new Map<string, Growing>()
  const ofKind = new Map<string, number>()
  let line = 0
  const kindOf = (code: string): RemarkKind => {
    const kind = kinds[code]
    if (!kind) throw new TypeError(`no module says what ${code} tells`)
    return kind
  }
  const labelOf = (key: string | null) => fields.find((field) => field.key === key)?.label ?? key
  const open = (code: string, key: string, showing: Showing): Growing => {
    const { field, header, value, choices = [], without = [], likely, usual } = showing
    const kind = kindOf(code)
    return {
      ...{ code, key, field: field ?? null, header: header ?? null, value: value ?? null, count: 0, examples: [] },
      choices: [...choices, ...Object.keys(kind.choices ?? {}).filter((choice) => !without.includes(choice))],
      usual: usual ?? kind.usual ?? null,
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
    grow(growing, showing)
  }
  const grow = (growing: Growing, { text = "", becomes, here }: Showing): void => {
    growing.count++
    if (growing.examples.length < shownExamples)
      growing.examples.push({
        ...{ line, text: storable(text, longestExample), becomes: becomes ?? null },
        ...(here && {
          here: { called: storable(here.called, longestExample), was: storable(here.was, longestExample) },
        }),
      })
  }
  /** What was chosen for the last file, where it holds for this one as well. */
  const earlier = (code: string, key: string, showing: Showing): string | undefined => {
    const answer = before.answers[key]
    if (answer === undefined || !kindOf(code).onlyWhereSeen) return answer
    const doubt = remarkKey(lastTime, showing)
    if (unfit.has(doubt) && answers[doubt] !== "again") return undefined
    const growing = leaned.get(key) ?? open(lastTime, doubt, showing)
    leaned.set(key, growing)
    grow(growing, showing)
    return answer
  }
  /** Answers of the last file that were leaned on, while nothing here raises their question. */
  const unasked = () => [...leaned].filter(([key]) => !found.has(key)).map(([, growing]) => growing)
  return {
    tell,
    at: (next) => {
      line = next
    },
    line: () => line,
    isOfNewRows: (code) => kindOf(code).ofNewRows === true,
    more: (code, about, rows) => {
      const growing = found.get(remarkKey(code, about)) ?? found.get(remarkKey("more-remarks", {}))
      if (growing) growing.count += rows
    },
    answerTo: (code, about) => {
      const key = remarkKey(code, about)
      return answers[key] ?? earlier(code, key, about) ?? kindOf(code).usual
    },
    unfit: () => unasked().filter(({ key }) => answers[key] !== "again"),
    all: () =>
      [...found.values(), ...unasked().filter(({ key }) => answers[key] === "again")].map((remark) => {
        const { code, key, choices } = remark
        const among = (answer: string | undefined) => choices.find((choice) => choice === answer)
        const isUnfit = unfit.has(remarkKey(lastTime, remark)) && kindOf(code).onlyWhereSeen === true
        const [own, remembered] = [among(answers[key]), isUnfit ? undefined : among(before.answers[key])]
        return {
          ...remark,
          examples: remark.examples.toSorted((one, other) => one.line - other.line),
          answer: own ?? remembered ?? null,
          ...(own === undefined && remembered !== undefined && { isRemembered: true as const }),
          message: explain({ tells: kindOf(code).tells }, "tells", { ...remark, field: labelOf(remark.field) }),
        }
      }),
  }
}
