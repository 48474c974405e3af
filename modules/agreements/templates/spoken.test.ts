import { join } from "node:path"
import { expect, test } from "vitest"
import { type Language, languageCodes } from "#core/languages"
import { openTexts } from "#platform/texts"
import { partnershipTypes } from "#rules/partnerships"
import { templateOf } from "../templates.ts"
import { spokenTemplate } from "./spoken.ts"

const texts = openTexts(join(import.meta.dirname, "../../.."))

/** Words that mean one side to its own people and the other to the others. */
const sided: Readonly<Record<Language, RegExp>> = {
  en: /\b(our|ours|us|we|their|theirs|them|they|you|your)\b/i,
  de: /(^|\s)(unser\w*|uns|wir|sie)(\s|$)/i,
  es: /(^|\s)(nuestr\w*|nos|parte del socio|presentarnos)(\s|$)/i,
  fr: /(^|\s)(notre|nos|nous|vos|votre|leurs?|du partenaire)(\s|$)/i,
  pt: /(^|\s)(noss\w*|nos|\w+-nos|parte do parceiro)(\s|$)/i,
  ja: /当社|先方|自社|弊社|貴社/,
}

test.each(languageCodes)("what a template promises reads alike from either side, in %s", (language) => {
  const say = texts.in(language)
  const titles = partnershipTypes.flatMap((type) => {
    const { commitments, objectives } = spokenTemplate(templateOf(type), say)
    return [...commitments, ...objectives].map(({ title }) => title)
  })
  expect(titles.length).toBeGreaterThan(100)
  expect(titles.filter((title) => sided[language].test(title))).toEqual([])
})
