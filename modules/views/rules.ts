import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"

/** Views a page may hold; beyond that nobody finds theirs. */
export const mostViews = 200

/** Views a person may pin: more is no navigation, but a list to search. */
export const mostPins = 20

/** What is pinned comes last; what is pinned already stays where it is. */
export const decidePin = (pinned: readonly Id[], view: Id): readonly Id[] | Refusal<"too-many-pins"> => {
  if (pinned.includes(view)) return pinned
  return pinned.length >= mostPins ? refuse("too-many-pins") : [...pinned, view]
}

/**
 * The pins in the order that is wanted. What is not pinned any more is not pinned again, and what was pinned meanwhile, elsewhere, stays,
 * behind the others.
 */
export const decideOrder = (pinned: readonly Id[], wanted: readonly Id[]): readonly Id[] => {
  const first = [...new Set(wanted)].filter((view) => pinned.includes(view))
  return [...first, ...pinned.filter((view) => !first.includes(view))]
}

type Kept = Readonly<{ userId: string; isShared: boolean }>

/** Whoever changes what a colleague shared leaves it shared: it would be gone for themselves, and nobody could ask for it back. */
export const decideChange = <Wanted extends Readonly<{ isShared: boolean }>>(
  view: Kept,
  userId: string,
  wanted: Wanted,
): Wanted | Refusal<"not-your-view"> =>
  view.isShared && !wanted.isShared && view.userId !== userId ? refuse("not-your-view") : wanted
