import type { Field, FieldTable } from "#core/importable/field"
import { textKey } from "#core/textKey"
import { isEmptyWord } from "./emptyWords.ts"
import type { Mapping, RememberedMapping } from "./mapping.ts"
import { withoutTableName } from "./tableName.ts"
import { valuesFit } from "./valuesFit.ts"

/** The guess for one column. `confidence` is between 0 and 1; `because` says what it rests on. */
export type ColumnGuess = Readonly<{
  field: string | undefined
  confidence: number
  because: "remembered" | "same name" | "similar name" | "values" | "nothing fits"
}>

/** `weight`: a column whose name fits two fields fills the one that is needed. */
type Candidate = ColumnGuess & Readonly<{ column: number; field: string; weight: number }>

const leastConfidence = 0.35
const nothingFits: ColumnGuess = { field: undefined, confidence: 0, because: "nothing fits" }

/**
 * Proposes a field for every column: what was remembered from an earlier file first, then the header's name in four
 * languages, weighed with whether the column's values fit the field. No field is proposed twice.
 */
export const guessMapping = (
  table: FieldTable,
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  remembered: RememberedMapping = {},
): readonly ColumnGuess[] => {
  const guesses: (ColumnGuess | undefined)[] = headers.map((header) =>
    remembered[textKey(header)] === "" ? { field: undefined, confidence: 1, because: "remembered" } : undefined,
  )
  const plain = withoutTableName(headers)
  const candidates = headers
    .flatMap((header, column) =>
      guesses[column] ? [] : candidatesFor(table, { header, plain: plain[column] ?? "", column }, sample, remembered),
    )
    .sort((left, right) => right.weight - left.weight || left.column - right.column)
  const taken = new Set<string>()
  for (const { column, weight: _, ...guess } of candidates) {
    if (guesses[column] || taken.has(guess.field)) continue
    guesses[column] = guess
    taken.add(guess.field)
  }
  return guesses.map((guess) => guess ?? nothingFits)
}

/** The mapping a list of guesses amounts to. */
export const mappingOf = (guesses: readonly ColumnGuess[]): Mapping => guesses.map((guess) => guess.field)

const candidatesFor = (
  table: FieldTable,
  { header, plain, column }: Readonly<{ header: string; plain: string; column: number }>,
  sample: readonly (readonly string[])[],
  remembered: RememberedMapping,
): Candidate[] => {
  const key = textKey(header)
  const plainKey = textKey(plain)
  const cells = sample.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "")
  const found: Candidate[] = []
  for (const field of table.fields) {
    if (remembered[key] === field.key)
      found.push({ column, field: field.key, confidence: 1, weight: 2, because: "remembered" })
    const name = Math.max(nameScore(key, field), plainKey === key ? 0 : nameScore(plainKey, field))
    const known = cells.filter((cell) => !isEmptyWord(cell.trim(), field.type))
    const fit = known.length === 0 ? undefined : valuesFit(field, known)
    const likely = name === 0 ? (fit ?? 0) * valueEvidence(field) : name * (0.3 + 0.7 * (fit ?? 1))
    if (likely < leastConfidence) continue
    const because = name >= 0.9 ? "same name" : name > 0 ? "similar name" : "values"
    const confidence = Math.min(0.99, likely)
    const weight = confidence + (field.isRequired && because === "same name" ? 0.05 : 0)
    found.push({ column, field: field.key, confidence, weight, because })
  }
  return found
}

/** How well a header names a field: 1 its own name, 0.9 and a little more a known synonym, less for shared words. */
export const nameScore = (header: string, field: Field): number => {
  if (header === "") return 0
  let best = 0
  const own = new Set(header.split(" "))
  for (const [at, name] of headerKeys(field).entries()) {
    if (name === header) return at < 2 ? 1 : 0.97 - Math.min(at, 60) / 1000
    const theirs = name.split(" ")
    const shared = theirs.filter((word) => own.has(word)).length
    if (shared === theirs.length || (shared === own.size && !field.isNamed))
      best = Math.max(best, (0.75 * shared * 2) / (own.size + theirs.length))
  }
  return best
}

/** Only few types are recognised by their values alone. */
const valueEvidence = ({ type, isNamed }: Field): number =>
  isNamed ? 0 : type === "email" ? 0.7 : type === "domains" ? 0.6 : 0

const keys = new WeakMap<Field, readonly string[]>()
const headerKeys = (field: Field): readonly string[] => {
  const known = keys.get(field)
  if (known) return known
  const made = [...new Set(field.headers.map(textKey))]
  keys.set(field, made)
  return made
}
