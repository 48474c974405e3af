import type { AgreementText, Clause, TermKind, Terms } from "./clause.ts"
import { type Merged, mergedClause } from "./merged.ts"
import { type ClauseChange, isSameClause } from "./proposed.ts"
import { termsIn, valueKey } from "./words.ts"

const clauseIn = ({ clauses }: AgreementText, key: string | null): Clause | undefined =>
  clauses.find((clause) => clause.key === key)

const isAnotherValue = (kind: TermKind, base: AgreementText, now: AgreementText): boolean =>
  valueKey(base.terms[kind]) !== valueKey(now.terms[kind])

/**
 * Whether what a change was written upon is another by now: the clause, or a value that is shown in it; for one that comes or moves,
 * that what it should stand after is gone. What was changed elsewhere does not outdate it, nor does another number or place.
 */
export const isOutdated = (change: ClauseChange, base: AgreementText, now: AgreementText): boolean => {
  if (change.kind === "term") return isAnotherValue(change.key, base, now)
  const current = clauseIn(now, change.key)
  const hasNoPlace = (place: string | null) => place !== null && clauseIn(now, place) === undefined
  if (change.kind === "insert") return current !== undefined || hasNoPlace(change.place)
  if (current === undefined) return true
  if (change.kind === "move") return hasNoPlace(change.place)
  if (!isSameClause(change.before, current)) return true
  return termsIn(current.content).some((kind) => isAnotherValue(kind, base, now))
}

/** What can become of an outdated change; a way that there is none of is null, and `both` says why. */
export type Rebased = Readonly<{
  /** The same change upon what the text is now: accepted, it leaves nothing of what came between. */
  mine: ClauseChange | null
  /** What stands there now. */
  theirs: Clause | Terms[TermKind] | null
  /** Their words with mine laid upon them. */
  both: ClauseChange | null
  whyNotBoth: "clause-gone" | "same-words" | "nothing-to-merge" | null
}>

/** Lays a change upon the text as it is now, so that its author can choose. Whoever merely moves or adds gets a place that is there. */
export const rebaseChange = (change: ClauseChange, base: AgreementText, now: AgreementText): Rebased => {
  if (change.kind === "term") {
    const value = now.terms[change.key] ?? null
    return { mine: { ...change, before: value }, theirs: value, both: null, whyNotBoth: "nothing-to-merge" }
  }
  const theirs = clauseIn(now, change.key) ?? null
  if (change.kind === "insert") {
    const mine = theirs === null ? { ...change, place: placeNow(change.place, change.key, base, now) } : null
    return { mine, theirs, both: mine, whyNotBoth: mine === null ? "same-words" : null }
  }
  if (theirs === null) return { mine: null, theirs, both: null, whyNotBoth: "clause-gone" }
  if (change.kind === "move") {
    const mine = { ...change, before: theirs, after: theirs, place: placeNow(change.place, change.key, base, now) }
    return { mine, theirs, both: mine, whyNotBoth: null }
  }
  if (change.kind === "delete")
    return { mine: { ...change, before: theirs }, theirs, both: null, whyNotBoth: "nothing-to-merge" }
  const merged: Merged = mergedClause(change.before, change.after, theirs)
  return {
    ...{ mine: { ...change, before: theirs }, theirs },
    both: merged === null ? null : { ...change, before: theirs, after: merged },
    whyNotBoth: merged === null ? "same-words" : null,
  }
}

/** The place, or the nearest before it that is still there. */
const placeNow = (place: string | null, own: string, base: AgreementText, now: AgreementText): string | null => {
  if (clauseIn(now, place) !== undefined) return place
  const at = base.clauses.findIndex(({ key }) => key === place)
  const left = base.clauses
    .slice(0, Math.max(0, at))
    .filter(({ key }) => key !== own && clauseIn(now, key) !== undefined)
  return left.at(-1)?.key ?? null
}
