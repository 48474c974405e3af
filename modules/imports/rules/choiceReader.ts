import type { Choices } from "#core/importable/field"
import { type Refusal, refuse } from "#core/refusal"
import { textKey, words } from "#core/textKey"

/** A reader for one closed list, by value or synonym. */
export const choiceReader = (choices: Choices): ((text: string) => string | Refusal<"not-a-choice">) => {
  const index = choiceIndex(choices)
  const allowed = Object.keys(choices)
  return (text) => index.get(textKey(text)) ?? refuse("not-a-choice", { allowed })
}

/** A lookup from any accepted spelling to the value; a value's own name wins over a synonym. */
const choiceIndex = (choices: Choices): ReadonlyMap<string, string> => {
  const index = new Map<string, string>()
  for (const [value, synonyms] of Object.entries(choices))
    for (const word of words(synonyms)) index.set(textKey(word), value)
  for (const value of Object.keys(choices)) index.set(textKey(value), value)
  return index
}
