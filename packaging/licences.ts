/** Licences that ask for no more than that they are named: whoever runs, changes or sells Keelson may go on doing so. */
export const permissive: ReadonlySet<string> = new Set([
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0"],
  ...["PSF-2.0", "Python-2.0", "Unlicense", "Zlib"],
])

/** What is let in beside these, each with its reason and with what NOTICE says about it. */
export const exceptions: readonly Readonly<{ packages: RegExp; license: string; why: string }>[] = [
  {
    packages: /^lightningcss(-|$)/,
    license: "MPL-2.0",
    why: "Compresses style sheets while the web is built; used unchanged, and no part of it is in what is built.",
  },
  {
    packages: /^date-holidays$/,
    license: "CC-BY-3.0",
    why: [
      "The code is ISC. The holidays of countries and regions are data, taken unchanged: its manifest says CC BY 3.0, its",
      "LICENSE file CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), by the authors of date-holidays, after the",
      "Wikipedia articles that node_modules/date-holidays/LICENSE names.",
    ].join(" "),
  },
  {
    packages: /^@expo-google-fonts\/noto-sans(-jp)?$/,
    license: "OFL-1.1",
    why: "The fonts Noto Sans and Noto Sans JP, copyright 2014-2022 The Noto Project Authors, under the SIL Open Font License 1.1; used unchanged, embedded in documents.",
  },
]

/** What of a licence expression needs an exception: nothing where one of several to choose from is permissive. */
export const notPermissive = (expression: string): readonly string[] => {
  const inside = expression.replaceAll(/[()]/g, "").trim()
  const choices = inside.split(" OR ").map((choice) => choice.split(" AND ").map((each) => each.trim()))
  const left = choices.map((all) => all.filter((each) => !permissive.has(each)))
  return left.find((none) => none.length === 0) ?? left[0] ?? []
}

/** Why a package may not be shipped; undefined where it may. */
export const complaintOf = (each: Readonly<{ name: string; license: string | undefined }>): string | undefined => {
  if (!each.license) return `${each.name} names no licence`
  const left = notPermissive(each.license).filter(
    (license) => !exceptions.some((one) => one.license === license && one.packages.test(each.name)),
  )
  return left.length === 0 ? undefined : `${each.name}: ${left.join(", ")} is neither permissive nor an exception`
}
