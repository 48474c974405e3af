import { type Refusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"

type Merger = Readonly<{ kind: string; undoneAt: Instant | null }>

/** A merger is undone once; a split by merging again; and one whose company has since become part of another after that is undone. */
export const decideUndo = (
  { kind, undoneAt }: Merger,
  isThere: boolean,
  later: string | undefined,
): true | Refusal<"already-undone" | "undone-by-merging" | "later-one-first"> => {
  if (kind === "split") return refuse("undone-by-merging")
  if (undoneAt !== null) return refuse("already-undone")
  return isThere || refuse("later-one-first", later === undefined ? {} : { names: later })
}

type Values = Readonly<Record<string, unknown>>

/** Of what a merger changed of a company, what is given back, and what somebody has changed since and keeps. */
export const givenBack = (
  before: Values,
  after: Values,
  now: Values,
): Readonly<{ back: Values; kept: readonly string[] }> => {
  const isUntouched = (field: string) => JSON.stringify(now[field]) === JSON.stringify(after[field])
  const fields = Object.keys(before)
  return {
    back: Object.fromEntries(fields.filter(isUntouched).map((field) => [field, before[field]])),
    kept: fields.filter((field) => !isUntouched(field)),
  }
}
