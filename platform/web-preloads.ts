import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { isLanguage } from "#core/languages"

type Built = Readonly<{ file: string; imports?: readonly string[]; css?: readonly string[] }>

/** Who asks for a page: the languages their browser names, and whether they may be signed in. */
export type Asking = Readonly<{ url: string; languages?: string | undefined; isKnown: boolean }>

const frame = "workspace/shell/Shell.tsx"

type Page = Readonly<{
  source: string
  /** What the page reads for its first sentence, below the workspace's address of the API; as the page asks, letter by letter. */
  answer: (id: string | undefined, hasSearch: boolean) => string | undefined
}>

/** The pages that a visit mostly begins with, by what follows `/w/<workspace>/` in the address. */
const pages = new Map<string, Page>([
  [
    "home",
    {
      source: "workspace/home/Home.lazy.tsx",
      answer: (_, hasSearch) => (hasSearch ? undefined : "home?whose=mine"),
    },
  ],
  ["portfolio", { source: "workspace/portfolio/Portfolio.tsx", answer: () => "portfolio-summary" }],
  [
    "partnerships",
    {
      source: "workspace/partnership/PartnershipPage.lazy.tsx",
      answer: (id) => (id === undefined ? undefined : `partnerships/${id}`),
    },
  ],
])

/** Nothing else of an address is ever written into a page. */
const ofWorkspace = /^\/w\/([\w-]+)\/(\w+)(?:\/([\w-]+))?[^?]*(\?)?/

/**
 * What stands in the head of a page so that the browser fetches the code of its address, its texts and its first answer at
 * once, not only after the entrance has run; code is read from the build's manifest. Without a manifest nothing is said, and
 * pages work all the same.
 */
export const preloadsOf = (folder: string): ((asking: Asking) => string) => {
  const path = join(folder, ".vite", "manifest.json")
  if (!existsSync(path)) return () => ""
  const built = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, Built>>
  const entrance = new Set(chunksOf(built, ["index.html"]))
  const tags = (sources: readonly string[]) => {
    const chunks = chunksOf(built, sources).filter((each) => !entrance.has(each))
    return [
      ...chunks.map((each) => `<link rel="modulepreload" crossorigin href="/${built[each]?.file}">`),
      ...chunks
        .flatMap((each) => built[each]?.css ?? [])
        .map((css) => `<link rel="stylesheet" crossorigin href="/${css}">`),
    ].join("")
  }
  return ({ url, languages = "", isKnown }) => {
    const [, workspace, place = "", id, search] = ofWorkspace.exec(url) ?? []
    const page = pages.get(place)
    if (workspace === undefined || page === undefined) return ""
    const language = languageOf(languages)
    const answer = page.answer(id, search !== undefined)
    const reads = isKnown ? ["/api/me", ...(answer === undefined ? [] : [`/api/w/${workspace}/${answer}`])] : []
    return [
      ...reads.map((read) => `<link rel="preload" as="fetch" crossorigin href="${read}">`),
      tags([
        frame,
        page.source,
        `../virtual:texts/${language}`,
        join(dirname(page.source), "texts", `${language}.json`),
      ]),
    ].join("")
  }
}

/** The first language of an Accept-Language that pages speak, as they choose it themselves (`web/client/i18n.ts`). */
const languageOf = (languages: string): string =>
  languages
    .split(",")
    .map((each) => each.trim().split(/[-;]/)[0] ?? "")
    .find(isLanguage) ?? "en"

/** Some chunks and all that they cannot run without. */
const chunksOf = (built: Readonly<Record<string, Built>>, sources: readonly string[]): string[] => {
  const found = new Set<string>()
  const visit = (source: string): void => {
    if (found.has(source) || !built[source]) return
    found.add(source)
    for (const each of built[source].imports ?? []) visit(each)
  }
  for (const source of sources) visit(source)
  return [...found]
}
