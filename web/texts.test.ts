import { describe, expect, it } from "vitest"
import type { AreaRoute } from "#client/area"

type Texts = Record<string, unknown>
const inAreas = import.meta.glob<Texts>("./**/texts/*.json", { eager: true, import: "default" })
const inModules = import.meta.glob<Texts>("../modules/*/texts/*.json", { eager: true, import: "default" })

/** "workspace/home" or "modules/deals events", by language. */
const files: Record<string, Record<string, Texts>> = {}
for (const [path, texts] of Object.entries({ ...inAreas, ...inModules })) {
  const [, place = "", subject = "", language = ""] = /^[./]*(.+)\/texts\/(?:(\w+)\.)?(\w+)\.json$/.exec(path) ?? []
  // English refusals are written in the contracts: test/refusals.test.ts.
  if (subject === "refusals") continue
  files[`${place} ${subject}`] = { ...files[`${place} ${subject}`], [language]: texts }
}

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

const languages = [...new Set(Object.values(files).flatMap((texts) => Object.keys(texts)))].sort()

it("knows each area by the folder its texts lie in, and no two by the same name", () => {
  const names = Object.keys(inAreas).flatMap(
    (path) => /((?:portal\/)?\w[\w-]*)\/texts\/en\.json$/.exec(path)?.[1] ?? [],
  )
  expect(names).toEqual([...new Set(names)])
  expect(names).toContain("ui")
})

it("names every place of the navigation", () => {
  const areas = import.meta.glob<readonly AreaRoute[]>("./workspace/*/routes.ts", { eager: true, import: "routes" })
  for (const [path, routes] of Object.entries(areas))
    for (const { path: place } of routes.filter(({ nav }) => nav)) {
      const [, area = ""] = /^\.\/(workspace\/[\w-]+)/.exec(path) ?? []
      expect(files[`${area} nav`]?.["en"], path).toHaveProperty(place)
    }
})

describe.each(Object.entries(files))("texts of %s", (_, texts) => {
  const { en: english = {}, ...others } = texts

  it("are there in every language", () => {
    expect(Object.keys(texts).sort()).toEqual(languages)
  })

  it.each(Object.keys(others))("have the same keys and holes in %s as in English", (language) => {
    const other = others[language] ?? {}
    expect([...new Set(keysOf(other))].sort()).toEqual([...new Set(keysOf(english))].sort())
    for (const [key, holes] of Object.entries(holesOf(english)))
      if (key in holesOf(other)) expect({ key, holes: holesOf(other)[key] }).toEqual({ key, holes })
  })
})
