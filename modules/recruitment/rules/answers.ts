import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Criterion } from "./profile.ts"
import type { Answer } from "./score.ts"

/** Whether answers can be sent: to what the yardstick asks, each once, and at least one of them with a level. */
export const decideAnswers = (
  criteria: readonly Criterion[],
  answers: readonly Answer[],
): true | Refusal<"no-answer" | "question-not-known" | "question-twice"> => {
  const asked = new Set(criteria.map(({ key }) => key))
  const stray = answers.find(({ criterion }) => !asked.has(criterion))
  if (stray) return refuse("question-not-known", { field: "answers", criterion: stray.criterion })
  if (new Set(answers.map(({ criterion }) => criterion)).size < answers.length)
    return refuse("question-twice", { field: "answers" })
  return answers.some(({ level }) => level !== null) || refuse("no-answer", { field: "answers" })
}
