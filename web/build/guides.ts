import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "vite"
import { guides as listed } from "#client/guides"
import { languageCodes } from "#core/languages"
import { renderGuide } from "./guide.ts"

const name = "virtual:guides"
const docs = join(import.meta.dirname, "../../docs")

const fileOf = (slug: string, language: string) =>
  language === "en" ? join(docs, `${slug}.md`) : join(docs, language, `${slug}.md`)

/** A guide in a language it is written in. */
export const guideIn = (slug: string, language: string) => {
  const english = renderGuide(readFileSync(fileOf(slug, "en"), "utf8"))
  if (language === "en") return english
  const ids = english.sections.slice(1).map(({ id }) => id)
  return renderGuide(readFileSync(fileOf(slug, language), "utf8"), ids)
}

export const writtenIn = (slug: string) => languageCodes.filter((language) => existsSync(fileOf(slug, language)))

/** Of each guide its title and how it is fetched, in the languages it is written in. */
const contents = () =>
  listed.map(({ slug, for: entrances }) => {
    const editions = writtenIn(slug).map(
      (language) =>
        `${language}: { title: ${JSON.stringify(guideIn(slug, language).title)}, open: () => import("${name}/${language}/${slug}") }`,
    )
    return `{ slug: "${slug}", for: ${JSON.stringify(entrances)}, editions: { ${editions.join(",")} } }`
  })

/** `docs/*.md` as pages show them; each is fetched when it is opened. */
export const guides: Plugin = {
  name: "keelson-guides",
  resolveId: (id) => (id.startsWith(name) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${name}`)) return undefined
    const [, language, slug] = id.split("/")
    if (language === undefined || slug === undefined) return `export const contents = [${contents().join(",\n")}]`
    this.addWatchFile(fileOf(slug, language))
    return `export default ${JSON.stringify(guideIn(slug, language))}`
  },
}
