/**
 * The languages that are offered, by their own name. A language stands here once every text there is has one in it
 * (web/texts.test.ts): contracts, mails, documents, pages and tests take theirs from here.
 */
export const languages = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  pt: "Português (Brasil)",
  ja: "日本語",
} as const

export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as [Language, ...Language[]]

export const isLanguage = (text: string | null | undefined): text is Language =>
  text != null && Object.hasOwn(languages, text)

/** The nearest there is to a locale, which is whatever a reader's client called it ("de-AT"); English when there is none. */
export const languageOf = (locale: string | null | undefined): Language => {
  const language = locale?.split(/[-_]/, 1)[0]?.toLowerCase()
  return isLanguage(language) ? language : "en"
}
