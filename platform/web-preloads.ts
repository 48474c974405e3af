import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { isLanguage } from "#core/languages"

type Built = Readonly<{ file: string; imports?: readonly string[]; css?: readonly string[] }>

/** Who asks for a page: the languages their browser names, and whether they may be signed in. */
export type Asking = Readonly<{ url: string; languages?: string | undefined; isKnown: boolean }>

type Page = Readonly<{
  source: string
  /** What the page reads for its first sentence, below the workspace's address of the API; as the page asks, letter by letter. */
  answer: (id: string | undefined, hasSearch: boolean) => string | undefined
}>

/** The host's pages that a visit mostly begins with, by what follows `/w/<workspace>/` in the address. */
const ofHost = new Map<string, Page>([
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

const portalHome: Page = { source: "portal/home/Home.lazy.tsx", answer: () => undefined }

/** A partner's, by what follows `/portal/<vendor>/`. Their home asks each vendor whom the session names. */
const ofPartner = new Map<string, Page>([
  ["", { source: "portal/vendor/Vendor.lazy.tsx", answer: () => "own-partnerships" }],
  [
    "partnerships",
    {
      source: "portal/partnership/PartnershipPage.lazy.tsx",
      answer: (id) => (id === undefined ? undefined : `own-partnerships?partnership=${id}`),
    },
  ],
])

const entrances = {
  workspace: { file: "index.html", frame: "workspace/shell/Shell.tsx", pages: ofHost },
  portal: { file: "portal.html", frame: "portal/shell/Shell.tsx", pages: ofPartner },
} as const

type Entrance = (typeof entrances)[keyof typeof entrances]

type Found = Readonly<{ entrance: Entrance; page: Page; workspace: string; id: string | undefined; hasSearch: boolean }>

/** Nothing else of an address is ever written into a page. */
const address = /^\/(?:w|portal)\/([\w-]+)(?:\/(\w+)(?:\/([\w-]+))?)?[^?]*(\?)?/

const pageAt = (url: string): Found | undefined => {
  const entrance = url.startsWith("/portal") ? entrances.portal : entrances.workspace
  if (/^\/portal\/?(\?|$)/.test(url))
    return { entrance, page: portalHome, workspace: "", id: undefined, hasSearch: false }
  const [, workspace, place = "", id, search] = address.exec(url) ?? []
  const page = entrance.pages.get(place)
  if (workspace === undefined || page === undefined) return undefined
  return { entrance, page, workspace, id, hasSearch: search !== undefined }
}

/**
 * What stands in the head of a page so that the browser fetches the code of its address, its texts and its first answer at
 * once, not only after the entrance has run; code is read from the build's manifest. Without a manifest nothing is said, and
 * pages work all the same.
 */
export const preloadsOf = (folder: string): ((asking: Asking) => string) => {
  const path = join(folder, ".vite", "manifest.json")
  if (!existsSync(path)) return () => ""
  const built = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, Built>>
  const tags = (entrance: Entrance, sources: readonly string[]) => {
    const brought = new Set(chunksOf(built, [entrance.file]))
    const chunks = chunksOf(built, sources).filter((each) => !brought.has(each))
    return [
      ...chunks.map((each) => `<link rel="modulepreload" crossorigin href="/${built[each]?.file}">`),
      ...chunks
        .flatMap((each) => built[each]?.css ?? [])
        .map((css) => `<link rel="stylesheet" crossorigin href="/${css}">`),
    ].join("")
  }
  return ({ url, languages = "", isKnown }) => {
    const found = pageAt(url)
    if (found === undefined) return ""
    const { entrance, page, workspace, id, hasSearch } = found
    const language = languageOf(languages)
    const answer = page.answer(id, hasSearch)
    const reads = isKnown ? ["/api/me", ...(answer === undefined ? [] : [`/api/w/${workspace}/${answer}`])] : []
    return [
      ...reads.map((read) => `<link rel="preload" as="fetch" crossorigin href="${read}">`),
      tags(entrance, [
        entrance.frame,
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
