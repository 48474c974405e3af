import type { ComparedTable, Correctable, EditedBy, Edits, SomeOfRow } from "#core/importable/again"
import type { Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import type { Instant, PlainDate } from "#core/time"

/** One field in which a row of a file differs from the row that is here. */
export type Difference = Readonly<{
  corrects: Correctable
  isBlank: boolean
  /** How people read what is here, and what the file says. */
  old: string
  next: string
}>

type Known = Readonly<{ stored: SomeOfRow; row: SomeOfRow; said: ImportRow }>
type DayOf = (at: Instant) => PlainDate

/**
 * What a row of a file says otherwise than the row that is here: field by field, of those that the file has. The same in another writing is
 * the same, and a day is the same as an instant of that day.
 */
export const differencesOf = (
  { columns, again }: ComparedTable,
  { stored, row, said }: Known,
  mapped: ReadonlySet<string>,
  dayOf: DayOf,
): readonly Difference[] =>
  (again?.corrects ?? []).flatMap((corrects): Difference[] => {
    const { field, columns: held, mayBeEmpty, isUnknown } = corrects
    const inWords = (of: SomeOfRow) => fieldInWords(columns, corrects, of, dayOf)
    // What names another row by its id is shown as the file names it; what is here, by the id until somebody looks up its name.
    const isOtherRow = held.some((column) => columns[column] === "uuid")
    const isNothing = isUnknown?.(stored) === true || held.every((column) => isEmpty(stored[column]))
    const old = isNothing ? "" : inWords(stored)
    if (said[field] === undefined)
      return mayBeEmpty && mapped.has(field) && !isNothing ? [{ corrects, isBlank: true, old, next: "" }] : []
    const isSame = held.every((column) => {
      const text = said[field]
      const type = columns[column] ?? ""
      if (type === "timestamptz" && typeof text === "string" && text.length === 10)
        return isEmpty(row[column]) || (!isNothing && dayOf(String(stored[column])) === text)
      return sameValue(type, isNothing ? null : stored[column], row[column])
    })
    return isSame || corrects.isSame?.(stored, row)
      ? []
      : [{ corrects, isBlank: false, old, next: isOtherRow ? String(said[field]) : inWords(row) }]
  })

const fieldInWords = (
  columns: ComparedTable["columns"],
  { columns: held, shows }: Correctable,
  of: SomeOfRow,
  dayOf: DayOf,
): string =>
  shows?.(of) ??
  held
    .map((column) => wordsOf(columns[column] ?? "", of[column], dayOf))
    .join(" ")
    .trim()

/** What people know a row by and what may be said anew of it, each once, as they read it; other rows it names are left out. */
export const rowInWords = ({ columns, again }: ComparedTable, row: SomeOfRow, dayOf: DayOf): string => {
  const corrects = again?.corrects ?? []
  const others = (again?.sameBy ?? []).filter((column) => !corrects.some(({ columns: held }) => held.includes(column)))
  const known = others.map((column) => ({ field: column, columns: [column] }))
  const told = [...known, ...corrects]
    .filter(({ columns: held }) => held.every((column) => columns[column] !== "uuid"))
    .map((each) =>
      each.columns.every((column) => isEmpty(row[column])) ? "" : fieldInWords(columns, each, row, dayOf),
    )
  return [...new Set(told.filter((words) => words !== ""))].join(" | ")
}

/** Whether two values of a column are one, however they are written. */
export const sameValue = (type: string, one: unknown, other: unknown): boolean => {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  if (type === "timestamptz") return Date.parse(String(one)) === Date.parse(String(other))
  if (["bigint", "integer", "numeric"].includes(type)) return Number(one) === Number(other)
  if (Array.isArray(one) && Array.isArray(other)) return listKey(one) === listKey(other)
  return textKey(one) === textKey(other)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
const textKey = (value: unknown): string => String(value).normalize("NFC").replaceAll(/\s+/g, " ").trim()
const listKey = (values: readonly unknown[]): string =>
  values
    .map((value) => textKey(value).toLowerCase())
    .toSorted()
    .join("\n")

const wordsOf = (type: string, value: unknown, dayOf: DayOf): string => {
  if (isEmpty(value)) return ""
  if (type === "timestamptz") return dayOf(String(value))
  return Array.isArray(value) ? value.join(", ") : String(value)
}

type Standing = Readonly<{
  /** As people know the row. */
  called: string
  /** Somebody changed this field here after it was imported. */
  isEdited: boolean
  may: boolean
}>

/**
 * Tells what differs, and answers whether it is changed. What the file may not change, what a person has changed since, and a cell that is
 * empty leave the row as it is unless somebody chose otherwise; for the rest somebody must choose.
 */
export const settleDifference = (
  remarks: Remarks,
  { corrects: { field, isLearned }, isBlank, old, next }: Difference,
  { called, isEdited, may }: Standing,
): boolean => {
  if (isLearned && old === "") return true
  const about = { field }
  const answerTo = (code: string): string | undefined => {
    remarks.tell(code, { ...about, ...compared(called, old, next) })
    return remarks.answerTo(code, about)
  }
  if (!isBlank && !may) {
    answerTo("change-not-allowed")
    return false
  }
  if (isBlank && answerTo("blank-erases") !== "erase") return false
  if (isEdited) return answerTo("edited-here") === "update"
  return isBlank || answerTo("row-differs") === "update"
}

/** What is here beside what the file says. */
export const compared = (called: string, was: string, next: string) => ({
  ...{ text: `${called}: ${was}`, becomes: next, here: { called, was } },
})

type Edit = Readonly<{ kind: string; payload: unknown; isByPerson: boolean }>

/** The columns of a row that a person changed last: in the order of the ledger, where an import changed it later it is the file's again. */
export const editedColumns = (edits: Edits, events: readonly Edit[]): ReadonlySet<string> => {
  const edited = new Set<string>()
  for (const { kind, payload, isByPerson } of events)
    for (const column of columnsOf(edits[kind] ?? [], payload))
      if (isByPerson) edited.add(column)
      else edited.delete(column)
  return edited
}

const columnsOf = (said: EditedBy, payload: unknown): readonly string[] => {
  if (said === "fields") return ((payload as { fields?: readonly string[] }).fields ?? []).map(columnNamed)
  if (said !== "compared") return said
  const { before = {}, after = {} } = payload as Partial<Record<"before" | "after", Record<string, unknown>>>
  return Object.keys(after)
    .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map(columnNamed)
}

const columnNamed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
