import i18next from "i18next"
import { useSyncExternalStore } from "react"

/** Tells when the language of the page changes, or the way in which it writes dates and numbers. */
export const onLanguage = (tell: () => void) => {
  i18next.on("languageChanged", tell)
  return () => i18next.off("languageChanged", tell)
}

/** The language of the page; whoever asks is drawn again when it changes. */
export const useLanguage = (): string => useSyncExternalStore(onLanguage, () => i18next.language)
