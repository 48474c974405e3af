import { formatIn, localeOf } from "#core/format"
import { languageOf } from "#core/languages"
import type { Texts } from "#platform/texts"
import { holesOf } from "./rules.ts"

type Waiting = Readonly<{ kind: string; payload: Readonly<Record<string, unknown>>; partnershipName: string }>

/**
 * What a mail says to somebody: in their language, and moments as they are where the workspace is, which is named, because a mail
 * is read anywhere.
 */
export const wordsFor = (texts: Texts, locale: string, timeZone: string) => {
  const language = languageOf(locale)
  const say = texts.in(language)
  const { date, moment } = formatIn(localeOf(language, locale), timeZone)
  const format = { date, moment: (at: string) => `${moment(at)} (${timeZone})` }
  return {
    say,
    of: ({ kind, payload, partnershipName: name }: Waiting) => ({
      sentence: say(`news:told.${kind}`, holesOf({ payload, name }, format)),
      because: say(`mails:because.${kind}`),
    }),
  }
}
