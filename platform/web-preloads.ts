import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

type Built = Readonly<{ file: string; imports?: readonly string[]; css?: readonly string[] }>

const frame = "workspace/shell/Shell.tsx"

/** The pages that a visit mostly begins with, by what follows `/w/<workspace>/` in the address. */
const pages: Readonly<Record<string, string>> = {
  home: "workspace/home/Home.lazy.tsx",
  portfolio: "workspace/portfolio/Portfolio.tsx",
  partnerships: "workspace/partnership/PartnershipPage.lazy.tsx",
}

/**
 * What stands in the head of a page so that the browser fetches the code of its address at once, not only after the
 * entrance has run; read from the build's manifest. Without a manifest nothing is said, and pages work all the same.
 */
export const preloadsOf = (folder: string): ((url: string) => string) => {
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
  const known = new Map(Object.entries(pages).map(([place, source]) => [place, tags([frame, source])]))
  return (url) => known.get(/^\/w\/[^/]+\/(\w+)/.exec(url)?.[1] ?? "") ?? ""
}

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
