import { inLanguages } from "virtual:texts"
import i18next, { type BackendModule } from "i18next"
import { isLanguage, type Language } from "#core/languages"
import { withEveryForm } from "#core/plurals"
import { holeFormatter } from "#core/punctuation"
import { wereMissed } from "./problem.ts"
import { drawAgain } from "./translation.ts"

const chosenKey = "keelson-language"
type Texts = Record<string, unknown>

/** The texts of one area, or what all modules say on one subject; what has none in this language is no fault. */
const textsOf = async (language: string, name: string): Promise<Texts> => {
  const { texts } = await inLanguages[isLanguage(language) ? language : "en"]()
  return withEveryForm((await texts[name]?.())?.default ?? {}, language)
}

/** Texts are fetched when a page first asks for them. */
const lazyFiles: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, name, done) => {
    textsOf(language, name).then(
      (texts) => done(null, texts),
      (error: unknown) => done(error as Error, false),
    )
  },
}

const firstLanguage = (): Language => {
  const wanted = [localStorage.getItem(chosenKey), ...navigator.languages.map((each) => each.split("-")[0])]
  return wanted.find(isLanguage) ?? "en"
}

/** Starts the texts with the areas that every page of this entrance shows. */
export const startTexts = async (areas: readonly string[]): Promise<void> => {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(lazyFiles)
    .use(holeFormatter)
    .init({
      lng: firstLanguage(),
      // Every language has every text (texts.test.ts): a second one would only be waited for.
      fallbackLng: false,
      ns: [...areas],
      defaultNS: "ui",
      interpolation: { escapeValue: false, alwaysFormat: true },
    })
}

/** Fetches the texts of further areas, for a page that is about to be drawn. */
export const loadTexts = (areas: readonly string[]): void => void i18next.loadNamespaces([...areas])

/** Fetches what refusals say. A page that has shown one by then is drawn again with its sentence. */
export const loadReasons = async (): Promise<void> => {
  await i18next.loadNamespaces(["refusals"])
  if (wereMissed()) drawAgain()
}

/** Changes the language of this browser; texts not read yet are fetched first. */
export const chooseLanguage = (language: string): void => {
  localStorage.setItem(chosenKey, language)
  void i18next.changeLanguage(language)
}
