import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { addDays, type PlainDate } from "#core/time"
import type { Content } from "./content.ts"
import type { DraftKind } from "./drafts.ts"

const kinds = ["objectives", "commitments"] as const
type Kind = (typeof kinds)[number]
type Line = Readonly<{
  id?: Id | undefined
  title: string
  endsOn?: PlainDate | undefined
  clauseKey?: string | undefined
}>
type Lines = Readonly<{ objectives: readonly Line[]; commitments: readonly Line[] }>

/** The keys of the clauses that lie there; none where there are no words at all, so that nothing can be missing in them. */
type Keys = readonly string[] | null | undefined

const isHeld = ({ clauseKey }: Line, keys: Keys): boolean =>
  keys == null || clauseKey === undefined || keys.includes(clauseKey)

/** What a draft says by these clauses: a promise or goal that names one stands and falls with it. */
export const heldByClauses = (content: Content, keys: Keys): Content => ({
  ...content,
  objectives: content.objectives.filter((line) => isHeld(line, keys)),
  commitments: content.commitments.filter((line) => isHeld(line, keys)),
})

/** The lines whose clause is not among these any more. */
export const goneWithClause = (content: Lines, keys: Keys): readonly Readonly<{ at: Kind; title: string }>[] =>
  kinds.flatMap((at) => content[at].filter((line) => !isHeld(line, keys)).map(({ title }) => ({ at, title })))

/** A line names a clause that is there, or one that it named before and that was taken out since: that stands in the review. */
export const decideClauses = (content: Lines, before: Lines | null, keys: Keys): true | Refusal<"no-such-clause"> => {
  const known = new Set<string | undefined>(keys ?? [])
  for (const kind of kinds) for (const { clauseKey } of before?.[kind] ?? []) known.add(clauseKey)
  for (const kind of kinds)
    for (const [index, { clauseKey }] of content[kind].entries())
      if (clauseKey !== undefined && !known.has(clauseKey))
        return refuse("no-such-clause", { field: `${kind}.${index}.clauseKey` })
  return true
}

type Amending = Readonly<{ kind: DraftKind; validFrom: PlainDate | null; base: Lines | null }>

/**
 * What becomes of a line where its clause is taken out. What holds already ends with the day before an agreed change, or with the day on
 * which it is put in force where that is later or the draft puts right what was entered wrongly (no day is known then); what does not
 * hold yet never will.
 */
export const endWithClause = (
  { kind, validFrom, base }: Amending,
  { id, endsOn }: Line,
  today: PlainDate,
): Readonly<{ isStanding: boolean; endsOn: PlainDate | null }> => {
  const isStanding = id !== undefined && kinds.some((each) => base?.[each].some((line) => line.id === id))
  if (!isStanding || kind !== "change" || validFrom === null || validFrom <= today) return { isStanding, endsOn: null }
  const last = addDays(validFrom, -1)
  return { isStanding, endsOn: endsOn !== undefined && endsOn < last ? endsOn : last }
}
