import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { type Changes, changesBetween, countChanges } from "./changes.ts"
import type { Content } from "./content.ts"
import { isSame } from "./same.ts"

type Fields = Readonly<Record<string, unknown>>
type Line = Readonly<{ id?: Id | undefined; title: string }>

/** What both changed: where, and what each made of it. The amendment's own words stand, but for a line that is gone. */
export type Collision = Readonly<{ at: string; field: string | null; theirs: unknown; ours: unknown }>

/** Says the same amendment of the agreement as it is by now: what it does not change follows, what it changes stays. */
export const rebased = (
  base: Content,
  content: Content,
  head: Content,
): Readonly<{ content: Content; collisions: readonly Collision[] }> => {
  const collisions: Collision[] = []
  const merged = <F extends Fields>(at: string, was: Fields, ours: Fields, theirs: F): F =>
    Object.fromEntries(
      [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].flatMap((field) => {
        if (isSame(was[field], ours[field])) return theirs[field] === undefined ? [] : [[field, theirs[field]]]
        if (!isSame(was[field], theirs[field]) && !isSame(ours[field], theirs[field]))
          collisions.push({ at, field, theirs: theirs[field] ?? null, ours: ours[field] ?? null })
        return ours[field] === undefined ? [] : [[field, ours[field]]]
      }),
    ) as F
  const lines = <L extends Line>(was: readonly L[], ours: readonly L[], theirs: readonly L[]): L[] => {
    const find = (all: readonly L[], id: Id | undefined) => all.find((each) => each.id === id)
    const kept = theirs.flatMap((line) => {
      const [before, own] = [find(was, line.id), find(ours, line.id)]
      if (before === undefined) return [line]
      if (own !== undefined) return [merged(line.title, before, own, line as L & Fields)]
      if (!isSame(before, line)) collisions.push({ at: line.title, field: null, theirs: "changed", ours: "removed" })
      return []
    })
    for (const line of ours) {
      const before = line.id === undefined ? undefined : find(was, line.id)
      if (before !== undefined && find(theirs, line.id) === undefined && !isSame(before, line))
        collisions.push({ at: line.title, field: null, theirs: "removed", ours: "changed" })
    }
    return [...kept, ...ours.filter(({ id }) => id === undefined || find(was, id) === undefined)]
  }
  const terms = ({ objectives: _, commitments: __, ...term }: Content) => term
  return {
    content: {
      ...merged(content.title, terms(base), terms(content), terms(head)),
      objectives: lines(base.objectives, content.objectives, head.objectives),
      commitments: lines(base.commitments, content.commitments, head.commitments),
    },
    collisions,
  }
}

/** Lines whose last day has passed are no difference: nobody changed them. */
const without = (content: Content, today: string): Content => ({
  ...content,
  commitments: content.commitments.filter(({ endsOn }) => endsOn === undefined || endsOn >= today),
})

/** Whether an amendment was written upon what the agreement is by now. */
export const isUpToDate = (base: Content, head: Content, today: string): boolean =>
  countChanges(changesBetween(without(base, today), without(head, today)) as Changes) === 0

/** What is signed was read as a whole: not upon a version that another amendment has changed since. */
export const decideUpToDate = (base: Content, head: Content, today: string): true | Refusal<"rebase-first"> =>
  isUpToDate(base, head, today) || refuse("rebase-first")

/** Lines that an amendment replaced go on under other ids. */
export const renamed = (content: Content, ids: ReadonlyMap<Id, Id>): Content => {
  const now = <L extends Line>(line: L): L =>
    line.id === undefined ? line : { ...line, id: ids.get(line.id) ?? line.id }
  return { ...content, objectives: content.objectives.map(now), commitments: content.commitments.map(now) }
}
