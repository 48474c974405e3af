import { globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import i18next from "i18next"
import { type Format, formatIn, localeOf } from "#core/format"
import { isLanguage, type Language } from "#core/languages"
import { withEveryForm } from "#core/plurals"
import { holeFormatter } from "#core/punctuation"

/** Says something in one language: "portfolio:answer.drifting", with what belongs into its holes. */
export type Say = ((key: string, holes?: Readonly<Record<string, unknown>>) => string) &
  Readonly<{
    exists(key: string): boolean
    /** Of what others name, too: their word where there is no text for it. */
    orElse(key: string, otherwise: string): string
  }>

/** What the server says in documents and mails: the very texts of the pages, and those that modules have for these alone. */
export type Texts = Readonly<{ in(language: Language): Say }>

/** In whose words somebody is written to, and how their language writes days and numbers. */
export type Speech = Readonly<{ language: Language; say: Say; format: Format }>

/** Moments are those of the clocks in that zone. */
export const speechIn = (texts: Texts, language: Language, timeZone: string): Speech => ({
  language,
  say: texts.in(language),
  format: formatIn(localeOf(language), timeZone),
})

type Tree = { [key: string]: string | Tree }

/** Reads every text once: an area of the pages is known by the folder it lies in; subjects such as `mails` and `news` are of all modules together. */
export const openTexts = (root: string): Texts => {
  const resources: Record<string, Record<string, Tree>> = {}
  const add = (language: string, name: string, texts: Tree) => {
    if (!isLanguage(language)) return
    const known = resources[language] ?? {}
    resources[language] = { ...known, [name]: joined(known[name] ?? {}, withEveryForm(texts, language)) }
  }
  // The portal's areas bear the names of the workspace's, and say things from the other side.
  for (const path of globSync("web/{ui,marks,acts,workspace}/**/texts/*.json", { cwd: root })) {
    const language = basename(path, ".json")
    add(language, basename(dirname(dirname(path))), read(join(root, path)))
  }
  for (const path of globSync(
    "modules/*/texts/{clauses,criteria,documents,forms,links,mails,news,plans,templates}.*.json",
    {
      cwd: root,
    },
  )) {
    const [subject = "", language = "en"] = basename(path, ".json").split(".")
    add(language, subject, read(join(root, path)))
  }
  const texts = i18next.createInstance()
  const interpolation = { escapeValue: false, alwaysFormat: true }
  void texts.use(holeFormatter).init({ resources, fallbackLng: "en", initAsync: false, interpolation })
  return {
    in: (language) => {
      const say = texts.getFixedT(language)
      const strict = (key: string, holes: Readonly<Record<string, unknown>> = {}): string => {
        if (!texts.exists(key, { lng: language, ...holes })) throw new Error(`there is no text ${key} in ${language}`)
        return say(key, holes)
      }
      const exists = (key: string) => texts.exists(key, { lng: language })
      const orElse = (key: string, otherwise: string) => (exists(key) ? say(key) : otherwise)
      return Object.assign(strict, { exists, orElse })
    },
  }
}

const read = (path: string): Tree => JSON.parse(readFileSync(path, "utf8")) as Tree

const joined = (a: Tree, b: Tree): Tree => {
  const both = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const known = both[key]
    both[key] = typeof known === "object" && typeof value === "object" ? joined(known, value) : value
  }
  return both
}
