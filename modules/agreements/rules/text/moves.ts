import { longestRise } from "./aligned.ts"
import type { Clause } from "./clause.ts"

export type Moves = Readonly<{ moved: ReadonlySet<string>; movedWith: ReadonlyMap<string, string> }>

/** The fewest clauses that have to move, and which of them went with the one before them. */
export const movesBetween = (before: readonly Clause[], after: readonly Clause[]): Moves => {
  const [was, is] = [before.map(({ key }) => key), after.map(({ key }) => key)]
  const [old, now] = [was.filter((key) => is.includes(key)), is.filter((key) => was.includes(key))]
  // Of two clauses that changed places either may be the one that moved: mirrored texts say the same one.
  const [one, other] = old.join() <= now.join() ? [old, now] : [now, old]
  const places = new Map(one.map((key, at) => [key, at]))
  const stayed = new Set(longestRise(other.map((key) => places.get(key) ?? 0)).map((at) => other[at]))
  const moved = new Set(now.filter((key) => !stayed.has(key)))
  const movedWith = now.flatMap((key, at): [string, string][] => {
    const last = now[at - 1]
    const stoodAfter = old[old.indexOf(key) - 1]
    return last !== undefined && last === stoodAfter && moved.has(key) && moved.has(last) ? [[key, last]] : []
  })
  return { moved, movedWith: new Map(movedWith) }
}
