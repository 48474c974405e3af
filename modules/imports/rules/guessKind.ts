import { type FieldTable, type FileKind, keysOf } from "#core/importable/field"
import { textKey } from "#core/textKey"
import { nameScore } from "./guessMapping.ts"

export type KindGuess = Readonly<{ kind: string; confidence: number }>

/**
 * Which kind of file has such headers, best first. A kind gains from every column it knows and from its needed fields
 * being there, and loses for those that are missing; optional fields the file does not have cost nothing.
 */
export const guessKind = (kinds: readonly FileKind[], headers: readonly string[]): readonly KindGuess[] => {
  const keys = headers.map(textKey).filter((key) => key !== "")
  return kinds
    .map((each) => ({ kind: each.kind, confidence: scoreOf(each, keys) }))
    .sort((left, right) => right.confidence - left.confidence)
}

const scoreOf = ({ fields }: FieldTable, keys: readonly string[]): number => {
  if (keys.length === 0) return 0
  const taken = new Set<string>()
  let known = 0
  for (const key of keys) {
    const best = fields
      .filter((field) => !taken.has(field.key))
      .map((field) => ({ field, score: nameScore(key, field) }))
      .sort((left, right) => right.score - left.score)[0]
    if (!best || best.score < 0.5) continue
    taken.add(best.field.key)
    known += best.score
  }
  const needed = fields.filter((field) => field.isRequired)
  const met = needed.filter((field) => keysOf(field).some((key) => taken.has(key))).length
  return (known / keys.length) * (0.25 + (0.75 * met) / needed.length)
}
