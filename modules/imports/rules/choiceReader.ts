import { type Refusal, refuse } from "#core/refusal"
import { type Choices, choiceIndex } from "./choices.ts"
import { textKey } from "./textKey.ts"

/** A reader for one closed list, by value or synonym. */
export const choiceReader = (choices: Choices): ((text: string) => string | Refusal<"not-a-choice">) => {
  const index = choiceIndex(choices)
  const allowed = Object.keys(choices).join(", ")
  return (text) => index.get(textKey(text)) ?? refuse("not-a-choice", { allowed })
}
