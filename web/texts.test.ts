import { describe, expect, it } from "vitest"
import type { AreaRoute } from "#client/area"
import { languageCodes } from "#core/languages"

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

/** `a.b` with what it says, for every text. */
const saidIn = (texts: object, prefix = ""): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(texts).map(([key, value]) =>
      typeof value === "object" && value !== null ? saidIn(value, `${prefix}${key}.`) : { [prefix + key]: value },
    ),
  )

/** `_zero` is no form of a language: a sentence of its own for nothing, which any may have. */
const form = /_(one|two|few|many|other)$/
const withoutForm = (key: string): string => key.replace(form, "")
const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)].sort()

/** What people and numbers go into; whether a form names the number itself is the language's own matter. */
const holesOf = (key: string, text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map((hole) => hole[1] ?? "").filter((hole) => !(form.test(key) && hole === "count"))

/** The plural forms that a language has, but for that of whole millions, which readers fill in (core/plurals.ts). */
const formsOf = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((each) => each !== "many")

/** Names of things that are called so in every language. */
const namesEverywhere = new Set<string>([])

const isSentence = (text: string): boolean =>
  (text.replaceAll(/\{\{[^}]*\}\}/g, "").match(/\p{L}{2,}/gu) ?? []).length > 2

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
  const english = saidIn(texts["en"] ?? {})
  const plural = unique(
    Object.keys(english)
      .filter((key) => form.test(key))
      .map(withoutForm),
  )

  it("are there in every language that is offered", () => {
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(languageCodes))
  })

  it("have no form beside a text without one", () => {
    expect(plural.filter((key) => key in english)).toEqual([])
  })

  // Also of a language that is still being written: what is there of it, is whole.
  it.each(Object.keys(texts))("are whole in %s", (language) => {
    const said = saidIn(texts[language] ?? {})
    const plain = Object.keys(english).filter((key) => !form.test(key))
    const counted = plural.flatMap((key) => formsOf(language).map((each) => `${key}_${each}`))
    // A language may have whole millions of its own, and say by itself that there is nothing.
    const further = new Set(plural.flatMap((key) => [`${key}_many`, `${key}_zero`]).filter((key) => !(key in english)))
    expect(unique(Object.keys(said).filter((key) => !further.has(key)))).toEqual(unique([...plain, ...counted]))
    for (const [key, text] of Object.entries(said)) {
      const like = [english[key], english[`${withoutForm(key)}_other`]].filter((each) => each !== undefined)
      const expected = like.map((each) => unique(holesOf(key, each)))
      if (!further.has(key)) expect.soft(expected, key).toContainEqual(unique(holesOf(key, text)))
      expect.soft(text.trim(), key).not.toBe("")
    }
  })

  it.each(Object.keys(texts).filter((language) => language !== "en"))(
    "say in %s no sentence in English",
    (language) => {
      const same = Object.entries(saidIn(texts[language] ?? {})).filter(
        ([key, text]) => isSentence(text) && text === english[key] && !namesEverywhere.has(text),
      )
      expect(same).toEqual([])
    },
  )
})
