import i18next from "i18next"

const chosenKey = "keelson-region"

/** The country in whose way a reader wants dates, numbers and money written, in this browser; empty follows the browser. */
export const chosenRegion = (): string => localStorage.getItem(chosenKey) ?? ""

/** Takes over what a person chose elsewhere; once something is chosen in this browser, that holds. */
export const followRegion = (region: string): void => {
  if (region !== "" && localStorage.getItem(chosenKey) === null) chooseRegion(region)
}

/** What is drawn is drawn again in the way of that country. */
export const chooseRegion = (region: string): void => {
  localStorage.setItem(chosenKey, region)
  i18next.emit("languageChanged", i18next.language)
}

/** The language of the page as it is written in a country: the chosen one, or the one that the browser names. British English writes dates unlike American. */
export const withRegion = (language: string, region = chosenRegion()): string =>
  region === ""
    ? (navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? language)
    : `${language}-${region}`
