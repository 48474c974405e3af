import type { AgreementText } from "./clause.ts"
import { rebaseChange } from "./outdated.ts"
import { applyChange, type ClauseChange, changesOf, isSameClause } from "./proposed.ts"
import { valueKey } from "./words.ts"

/** Where both changed the same words, or one took away what the other changed: of which clause or term. */
export type TextCollision = Readonly<{ key: string; kind: ClauseChange["kind"] }>

/**
 * What was changed of one text, laid upon what the text is by now: what only one side changed is taken from it, and where both
 * changed the same words one's own stand, told as a collision. What cannot stand any more (its clause is gone) is left out, and told
 * as well. Linear in the changes, each of which is compared word by word at most once.
 */
export const rebasedText = (
  base: AgreementText,
  ours: AgreementText,
  head: AgreementText,
): Readonly<{ text: AgreementText; collisions: readonly TextCollision[] }> => {
  const collisions: TextCollision[] = []
  let text = head
  for (const change of changesOf(base, ours)) {
    if (isMade(change, text)) continue
    const plainly = applyChange(text, change)
    if (!("refusal" in plainly)) {
      text = plainly
      continue
    }
    const { both, mine } = rebaseChange(change, base, text)
    if (both === null) collisions.push({ key: change.key, kind: change.kind })
    const chosen = both ?? mine
    const laid = chosen === null ? undefined : applyChange(text, chosen)
    if (laid !== undefined && !("refusal" in laid)) text = laid
  }
  return { text, collisions }
}

/** The other amendment made the same of it. */
const isMade = (change: ClauseChange, { clauses, terms }: AgreementText): boolean => {
  if (change.kind === "term") return valueKey(terms[change.key]) === valueKey(change.after)
  const now = clauses.find(({ key }) => key === change.key)
  if (change.kind === "delete") return now === undefined
  return change.kind === "edit" && now !== undefined && isSameClause(now, change.after)
}
