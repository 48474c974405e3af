import i18next from "i18next"

const chosenKey = "keelson-region"

/** The country in whose way a reader wants dates, numbers and money written, in this browser; empty follows the browser. */
export const chosenRegion = (): string => chosen ?? ""

// Read once: every date on a page asks for it. Another tab may change it.
let chosen = localStorage.getItem(chosenKey)
addEventListener("storage", ({ key, newValue }) => {
  if (key === chosenKey) chosen = newValue
})

/** Takes over the country of a person's locale ("en-IE") that they chose elsewhere; once something is chosen in this browser, that holds. */
export const followRegion = (locale: string): void => {
  // An account's locale is whatever its owner's client said it is.
  const [, region] = /^[a-z]{2}-([A-Z]{2})$/.exec(locale) ?? []
  if (region !== undefined && chosen === null) chooseRegion(region)
}

/** What is drawn is drawn again in the way of that country. */
export const chooseRegion = (region: string): void => {
  localStorage.setItem(chosenKey, region)
  chosen = region
  i18next.emit("languageChanged", i18next.language)
}

/** The language of the page as it is written in a country: the chosen one, or the one that the browser names. British English writes dates unlike American. */
export const withRegion = (language: string, region = chosenRegion()): string =>
  region === ""
    ? (navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? language)
    : `${language}-${region}`
