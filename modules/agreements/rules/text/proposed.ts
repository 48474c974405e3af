import { type Refusal, refuse } from "#core/refusal"
import { type AgreementText, type Clause, type TermKind, type Terms, termKinds } from "./clause.ts"
import { plainClause } from "./lines.ts"
import { movesBetween } from "./moves.ts"
import { valueKey } from "./words.ts"

type Value = NonNullable<Terms[TermKind]>

/**
 * One change of a text, as it is proposed: accepted, rejected or withdrawn by itself. `place` is the key of the clause that it
 * stands after, null at the very beginning; a clause that moved and was edited is proposed as two, so that either can be had alone.
 */
export type ClauseChange =
  | Readonly<{ kind: "edit"; key: string; before: Clause; after: Clause }>
  | Readonly<{ kind: "insert"; key: string; before: null; after: Clause; place: string | null }>
  | Readonly<{ kind: "delete"; key: string; before: Clause; after: null; place: string | null }>
  | Readonly<{ kind: "move"; key: string; before: Clause; after: Clause; from: string | null; place: string | null }>
  | Readonly<{ kind: "term"; key: TermKind; before: Value | null; after: Value | null }>

/** Whether two clauses say and look the same, however they are written down. */
export const isSameClause = (one: Clause, other: Clause): boolean =>
  JSON.stringify(plainClause(one)) === JSON.stringify(plainClause(other))

const placeOf = (clauses: readonly Clause[], at: number): string | null => clauses[at - 1]?.key ?? null

/**
 * What was proposed by whoever edited a text freely. Applied in this order they give the edited text: values, words, what goes,
 * and then from the top what came or moved, each after the clause that it stands after in the end.
 */
export const changesOf = (base: AgreementText, edited: AgreementText): ClauseChange[] => {
  const was = new Map(base.clauses.map((clause) => [clause.key, clause]))
  const is = new Set(edited.clauses.map(({ key }) => key))
  const { moved } = movesBetween(base.clauses, edited.clauses)
  const edits = edited.clauses.flatMap((after): ClauseChange[] => {
    const before = was.get(after.key)
    return before === undefined || isSameClause(before, after) ? [] : [{ kind: "edit", key: after.key, before, after }]
  })
  const deletes = base.clauses.flatMap((before, at): ClauseChange[] =>
    is.has(before.key)
      ? []
      : [{ kind: "delete", key: before.key, before, after: null, place: placeOf(base.clauses, at) }],
  )
  const places = edited.clauses.flatMap((after, at): ClauseChange[] => {
    const [before, place] = [was.get(after.key), placeOf(edited.clauses, at)]
    if (before === undefined) return [{ kind: "insert", key: after.key, before: null, after, place }]
    if (!moved.has(after.key)) return []
    const from = placeOf(base.clauses, base.clauses.indexOf(before))
    return [{ kind: "move", key: after.key, before, after: before, from, place }]
  })
  return [...termChanges(base.terms, edited.terms), ...edits, ...deletes, ...places]
}

const termChanges = (before: Terms, after: Terms): ClauseChange[] =>
  termKinds.flatMap((kind): ClauseChange[] =>
    valueKey(before[kind]) === valueKey(after[kind])
      ? []
      : [{ kind: "term", key: kind, before: before[kind] ?? null, after: after[kind] ?? null }],
  )

export type ApplyRefusal = Refusal<"proposal-outdated" | "clause-gone" | "place-gone" | "clause-key-doubled">

/**
 * The text with the change in it. Refused where it would take away words that whoever proposed it had not read: the clause says
 * something else by now, is gone, or what it should stand after is. Neither text is changed.
 */
export const applyChange = (text: AgreementText, change: ClauseChange): AgreementText | ApplyRefusal => {
  if (change.kind === "term") return withValue(text, change)
  const now = text.clauses.find(({ key }) => key === change.key)
  if (change.kind === "insert") {
    if (now !== undefined) return refuse("clause-key-doubled", { clause: change.key })
    return standing(text, text.clauses, change.after, change.place)
  }
  if (now === undefined) return refuse("clause-gone", { clause: change.key })
  const others = text.clauses.filter(({ key }) => key !== change.key)
  if (change.kind === "move") return standing(text, others, now, change.place)
  if (!isSameClause(now, change.before)) return refuse("proposal-outdated", { clause: change.key })
  if (change.kind === "delete") return { ...text, clauses: others }
  return { ...text, clauses: text.clauses.map((clause) => (clause.key === change.key ? change.after : clause)) }
}

const withValue = (text: AgreementText, { key, before, after }: ClauseChange & { kind: "term" }) => {
  if (valueKey(text.terms[key]) !== valueKey(before)) return refuse("proposal-outdated", { term: key })
  const { [key]: _, ...others } = text.terms
  return { ...text, terms: after === null ? others : { ...others, [key]: after } }
}

const standing = (
  text: AgreementText,
  others: readonly Clause[],
  clause: Clause,
  place: string | null,
): AgreementText | ApplyRefusal => {
  const at = others.findIndex(({ key }) => key === place)
  if (place !== null && at === -1) return refuse("place-gone", { clause: place })
  return { ...text, clauses: [...others.slice(0, at + 1), clause, ...others.slice(at + 1)] }
}
