import i18next, { type BackendModule } from "i18next"
import { initReactI18next } from "react-i18next"

/** Languages a person can choose, by their own name. */
export const languages = { en: "English", de: "Deutsch" } as const
type Language = keyof typeof languages

const chosenKey = "keelson-language"
const files = import.meta.glob<{ default: Record<string, unknown> }>("/locales/*/*.json")

/** Each language and area is a file of its own, fetched when a page first asks for it. */
const lazyFiles: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, area, done) => {
    if (area === "refusals") return readRefusals(language).then((texts) => done(null, texts))
    const load = files[`/locales/${language}/${area}.json`]
    if (!load) return done(new Error(`No texts for ${language}/${area}`), false)
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error as Error, false),
    )
  },
}

const refusals = import.meta.glob<Record<string, string>>(
  "../../{core,platform,modules/*,web/client}/refusals.*.json",
  {
    import: "default",
  },
)

/** What the server may say, from every module at once (one file after the build); English comes from the server. */
const readRefusals = async (language: string): Promise<Record<string, string>> => {
  const own = Object.entries(refusals).filter(([path]) => path.endsWith(`.${language}.json`))
  return Object.assign({}, ...(await Promise.all(own.map(([, load]) => load()))))
}

const isLanguage = (text: string | null | undefined): text is Language => text != null && text in languages

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
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: "en",
      ns: [...areas, "refusals"],
      defaultNS: "ui",
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
}

/** Fetches the texts of further areas, for a page that is about to be drawn. */
export const loadTexts = (areas: readonly string[]): void => void i18next.loadNamespaces([...areas])

/** Changes the language of this browser; texts not read yet are fetched first. */
export const chooseLanguage = (language: string): void => {
  localStorage.setItem(chosenKey, language)
  void i18next.changeLanguage(language)
}
