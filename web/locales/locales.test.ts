import { describe, expect, it } from "vitest"

const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { eager: true, import: "default" })

/** `a.b` for every text; plural forms differ by language, so their endings are left off. */
const keysOf = (texts: object, prefix = ""): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [prefix + key.replace(/_(zero|one|two|few|many|other)$/, "")],
  )

const holesOf = (texts: object): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[key, [...value.matchAll(/\{\{(\w+)/g)].map((hole) => hole[1] ?? "").sort()]]
        : Object.entries(holesOf(value as object)).map(([inner, holes]) => [`${key}.${inner}`, holes]),
    ),
  )

const inLanguage = (language: string) =>
  Object.keys(files)
    .filter((path) => path.startsWith(`./${language}/`))
    .map((path) => path.slice(`./${language}/`.length))

const areas = inLanguage("en")
const languages = [...new Set(Object.keys(files).map((path) => path.split("/")[1] ?? ""))].filter(
  (each) => each !== "en",
)

describe.each(languages)("texts in %s", (language) => {
  it("has the same areas as English", () => {
    expect(areas).not.toHaveLength(0)
    expect(inLanguage(language)).toEqual(areas)
  })

  it.each(areas)("has the same keys and holes as English in %s", (area) => {
    const english = files[`./en/${area}`] ?? {}
    const other = files[`./${language}/${area}`] ?? {}
    expect([...new Set(keysOf(other))].sort()).toEqual([...new Set(keysOf(english))].sort())
    for (const [key, holes] of Object.entries(holesOf(english)))
      if (key in holesOf(other)) expect({ key, holes: holesOf(other)[key] }).toEqual({ key, holes })
  })
})
