import i18next, { type Namespace, type TFunction } from "i18next"
import { useSyncExternalStore } from "react"

/** Tells when the language of the page changes, or the way in which it writes dates and numbers. */
export const onLanguage = (tell: () => void) => {
  i18next.on("languageChanged", tell)
  return () => i18next.off("languageChanged", tell)
}

/** The language of the page; whoever asks is drawn again when it changes. */
export const useLanguage = (): string => useSyncExternalStore(onLanguage, () => i18next.language)

const made = new Map<string, TFunction<Namespace>>()

/**
 * The texts of an area that is read by then, for small pieces that stand on a page by the hundred: `useTranslation`
 * copies the whole of i18next for every piece that calls it, which was the largest part of drawing a table's row.
 */
export const useTexts = <Area extends Namespace>(area: Area): TFunction<Area> => {
  const language = useLanguage()
  const key = `${language} ${area}`
  const texts = made.get(key) ?? i18next.getFixedT(language, area)
  made.set(key, texts as TFunction<Namespace>)
  return texts as TFunction<Area>
}
