import type { ApplicationForm } from "#contract/recruitment"
import { type Language, languageCodes } from "#core/languages"

/** What a form says in one language, as it is typed. */
export type TypedWords = { title: string; intro: string; questions: Record<string, string> }

/** A form as it is typed: words of every language are kept, those of the chosen ones are sent. */
export type TypedForm = {
  profileId: string
  ownerId: string
  isOpen: boolean
  takesFiles: boolean
  languages: Language[]
  questions: { key: string; isRequired: boolean }[]
  words: Record<Language, TypedWords>
}

export const typedForm = (form: ApplicationForm): TypedForm => ({
  ...{ profileId: form.profileId, ownerId: form.ownerId ?? "", isOpen: form.isOpen, takesFiles: form.takesFiles },
  languages: form.words.map(({ language }) => language),
  questions: form.questions.map((each) => ({ ...each })),
  words: Object.fromEntries(
    languageCodes.map((language) => {
      const said = form.words.find((each) => each.language === language)
      const questions = form.questions.map(({ key }, place) => [key, said?.questions[place] ?? ""])
      return [
        language,
        { title: said?.title ?? "", intro: said?.intro ?? "", questions: Object.fromEntries(questions) },
      ]
    }),
  ) as Record<Language, TypedWords>,
})

export const formOf = ({ ownerId, languages, words, questions, ...said }: TypedForm) => ({
  ...{ ...said, questions, ...(ownerId === "" ? {} : { ownerId }) },
  words: languages.map((language) => {
    const { title, intro, questions: asked } = words[language]
    return {
      ...{ language, title, intro: intro.trim() === "" ? null : intro },
      questions: questions.map(({ key }) => asked[key] ?? ""),
    }
  }),
})

/** A question under a name that none of these has. */
export const anotherQuestion = (among: readonly Readonly<{ key: string }>[]) => {
  const taken = new Set(among.map(({ key }) => key))
  const number = Array.from({ length: among.length + 1 }, (_, at) => at + 1).find((at) => !taken.has(`question-${at}`))
  return { key: `question-${number}`, isRequired: false }
}
