import { languageCodes } from "#core/languages"
import type { Texts } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import type { Ready } from "../rules.ts"
import { readyClauses } from "./readyClauses.ts"
import { readyText } from "./readyText.ts"

/** The ready text of a type in every language, the reader's first: nobody writes down in which of them a text began. */
export const readyInEveryLanguage = (type: PartnershipType, texts: Texts): readonly Ready[] =>
  languageCodes.map((language) => {
    const say = texts.in(language)
    const further = readyClauses(type, say).flatMap(({ clause, isInText }) => (isInText ? [] : [clause]))
    return { text: readyText(type, say).text, further }
  })
