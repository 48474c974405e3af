import type { Language } from "#core/languages"
import { type Refusal, refuse } from "#core/refusal"

/** So many a form asks beside who applies; so many forms a workspace has. */
export const mostQuestions = 12
export const mostForms = 50

export type FormQuestion = Readonly<{ key: string; isRequired: boolean }>

/** What a form says in one language: its questions in the order of the form's. */
export type FormWords = Readonly<{ language: Language; title: string; intro: string | null; questions: string[] }>

/** Whether a form can be shown: each language once and with words for every question, and each question once. */
export const decideForm = (
  words: readonly FormWords[],
  questions: readonly FormQuestion[],
): true | Refusal<"language-twice" | "form-question-twice" | "question-unworded"> => {
  if (new Set(words.map(({ language }) => language)).size < words.length)
    return refuse("language-twice", { field: "words" })
  if (new Set(questions.map(({ key }) => key)).size < questions.length)
    return refuse("form-question-twice", { field: "questions" })
  const silent = words.find((each) => each.questions.length !== questions.length)
  return silent === undefined || refuse("question-unworded", { field: "words", language: silent.language })
}

/** A form in the first of the languages that it is offered in; in its own first where it is offered in none of them. */
export const wordsIn = (words: readonly FormWords[], wanted: readonly (string | undefined)[]): FormWords | undefined =>
  wanted.map((each) => words.find(({ language }) => language === each)).find((each) => each !== undefined) ?? words[0]

/** Letters and digits that nobody takes for another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz"
const endLength = 10
const mostReadable = 40

/** Where a form lies: readable by its title, with an end that nobody guesses (`random`: bytes, one for each letter). */
export const addressOfForm = (title: string, random: Uint8Array): string => {
  const readable = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, mostReadable)
    .replaceAll(/^-+|-+$/g, "")
  const end = [...random.slice(0, endLength)].map((byte) => alphabet[byte % alphabet.length]).join("")
  return readable === "" ? end : `${readable}-${end}`
}
