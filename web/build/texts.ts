import { globSync, readFileSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"
import type { Plugin } from "vite"
import { languageCodes } from "#core/languages"
import { contractFiles } from "./contractFiles.ts"

type Texts = Readonly<Record<string, unknown>>

const merged = (some: Texts, more: Texts): Texts => {
  const all: Record<string, unknown> = { ...some }
  for (const [key, value] of Object.entries(more))
    all[key] = typeof value === "object" && key in all ? merged(all[key] as Texts, value as Texts) : value
  return all
}

const textsName = "virtual:texts"

const inEachLanguage = `export const inLanguages = { ${languageCodes.map((each) => `${each}: () => import("${textsName}/${each}")`).join(", ")} }`

/** Subjects that only the server speaks of: nobody fetches them, and each would be named in the first page. */
const isOfServer = (path: string): boolean =>
  /(clauses|criteria|mails|documents|links|templates)\.\w+\.json$/.test(path)

const root = join(import.meta.dirname, "../..")
const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).filter((path) => !isOfServer(path))

/** An area is the folder its texts lie in; "portal/home" in the portal. */
const areaOf = (path: string): string => {
  const folder = dirname(dirname(path))
  return folder.startsWith(join("web", "portal")) ? relative("web", folder) : basename(folder)
}

/** What every page begins with comes with the list of where the others are fetched. */
const atOnce = new Set(["ui", "shell", "nav", "marks"])

/** Where each text of one language is fetched, by area, and by subject for what all modules say together. */
const textsIn = (language: string): string => {
  const areas = filesOf(`web/!(client)/**/texts/${language}.json`).map(
    (path) => [areaOf(path), join(root, path)] as const,
  )
  const files = filesOf(spokenIn("*", language))
  const subjects = new Set([...files.map(subjectOf), "refusals"])
  const entries = [
    ...areas,
    ...Array.from(subjects, (name) => [name, `${textsName}/${language}/${name}`] as const),
  ].map(([name, from]) => ({ name: JSON.stringify(name), from: JSON.stringify(from), isAtOnce: atOnce.has(name) }))
  return [
    ...entries.flatMap(({ from, isAtOnce }, at) => (isAtOnce ? [`import text${at} from ${from}`] : [])),
    "export const texts = {",
    ...entries.map(({ name, from, isAtOnce }, at) =>
      isAtOnce ? `${name}: async () => ({ default: text${at} }),` : `${name}: () => import(${from}),`,
    ),
    "}",
  ].join("\n")
}

/** What several say on one subject: modules, and areas of themselves. */
const spokenIn = (subject: string, language: string) =>
  `{core,platform,modules/*,web/client,web/workspace/*}/texts/${subject}.${language}.json`

const subjectOf = (path: string): string => basename(path).split(".")[0] ?? ""

type Refusals = Readonly<Record<string, Readonly<{ title: string }>>>

/** What an exported name of a contract refuses with; nothing where it is no endpoint. */
const refusalsOf = (exported: unknown): Refusals =>
  typeof exported === "object" && exported !== null && "refusals" in exported ? (exported.refusals as Refusals) : {}

/** What the contracts refuse with, which is where English is written: by code, each with its sentence. */
const englishRefusals = async (): Promise<Texts> => {
  const all = (await contractFiles()).flatMap((contract) =>
    Object.values(contract).flatMap((each) => Object.entries(refusalsOf(each))),
  )
  return Object.fromEntries(all.map(([code, { title }]) => [code, title]))
}

/**
 * What modules say on one subject (`texts/<subject>.<language>.json`: what they refuse with, what happened, what a file may
 * bring) becomes one file per language. `virtual:texts/<language>` answers how to fetch each, so that a page names the texts of
 * its reader's language only.
 */
export const texts: Plugin = {
  name: "keelson-texts",
  resolveId: (id) => (id.startsWith(textsName) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${textsName}`)) return undefined
    const [, language, subject] = id.split("/")
    if (language === undefined) return inEachLanguage
    if (subject === undefined) return textsIn(language)
    const own = filesOf(spokenIn(subject, language))
    for (const path of own) this.addWatchFile(join(root, path))
    const said = own.map((path): Texts => JSON.parse(readFileSync(join(root, path), "utf8")))
    const inContracts = language === "en" && subject === "refusals" ? await englishRefusals() : {}
    return `export default ${JSON.stringify(said.reduce(merged, inContracts))}`
  },
}
