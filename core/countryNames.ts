const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const notCountries = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])
const madeNames = new Map<string, ReadonlyMap<string, string>>()

/** The name of every country by its two-letter code: whoever runs this knows the names, but lists no codes. */
export const countryNames = (language: string): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
  const made =
    madeNames.get(language) ??
    new Map(
      letters
        .flatMap((first) => letters.map((second) => `${first}${second}`))
        // A code given up long ago is written as its successor.
        .filter((code) => !notCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
        .flatMap((code): [string, string][] => {
          const name = names.of(code)
          return name === undefined ? [] : [[code, name]]
        }),
    )
  madeNames.set(language, made)
  return made
}
