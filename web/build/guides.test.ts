import { globSync } from "node:fs"
import { expect, test } from "vitest"
import { guidePath } from "#client/guidePath"
import { helpOf, guides as listed } from "#client/guides"
import { renderGuide } from "./guide.ts"
import { guideIn, writtenIn } from "./guides.ts"

const routes = import.meta.glob<readonly Readonly<{ path: string; help?: string }>[]>(
  "../{workspace,portal}/*/routes.ts",
  {
    eager: true,
    import: "routes",
  },
)
const pagesOf = (entrance: string) =>
  Object.entries(routes).flatMap(([file, own]) => (file.includes(`/${entrance}/`) ? own : []))

const editions = listed.flatMap(({ slug }) => writtenIn(slug).map((language) => [slug, language] as const))
const hasSection = (target: string): boolean => {
  const [slug = "", section = ""] = target.split("#")
  return (
    listed.some((each) => each.slug === slug) &&
    writtenIn(slug).every(
      (language) =>
        section === "" ||
        guideIn(slug, language).html.includes(`id="${section}"`) ||
        // A translation may be shorter than its English guide, which then says so itself.
        (language !== "en" && guideIn(slug, "en").html.includes(`id="${section}"`)),
    )
  )
}

test.each(["workspace", "portal"] as const)(
  "each page of the %s has its question mark, and each leads to a part that is there",
  (entrance) => {
    const isHelp = (path: string) => /(^|\/)help(\/|$)/.test(path)
    const pages = pagesOf(entrance).filter(({ path }) => !isHelp(path))
    const inMap = pages.filter(({ help }) => help === undefined).map(({ path }) => path)
    expect(Object.keys(helpOf[entrance]).toSorted()).toEqual(inMap.toSorted())
    const targets = [...Object.values(helpOf[entrance]), ...pages.flatMap(({ help = [] }) => help)]
    expect(targets.filter((target) => !hasSection(target))).toEqual([])
  },
)

test.each(editions)("links of %s (%s) lead to guides and parts that are there", (slug, language) => {
  const { html, sections, title } = guideIn(slug, language)
  expect(title).not.toBe("")
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  const inside = [...html.matchAll(/href="([^"]*)"/g)]
    .map(([, href = ""]) => href)
    .filter((href) => !/^(https?|mailto):/.test(href))
  expect(inside.filter((href) => !hasSection(href.startsWith("#") ? slug + href : href))).toEqual([])
})

test("a translation has the parts of the English guide it begins with, under the same names", () => {
  const translated = editions.filter(([, language]) => language !== "en")
  expect(translated.length).toBeGreaterThan(0)
  for (const [slug, language] of translated) {
    const english = guideIn(slug, "en").sections.map(({ id }) => id)
    const own = guideIn(slug, language).sections.map(({ id }) => id)
    expect([slug, language, own]).toEqual([slug, language, english.slice(0, own.length)])
  }
})

test("nothing of a document but text and its own marks gets through", () => {
  const { html } = renderGuide(
    "# A\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x) ![c](http://x/y.png)\n\n[d](//evil.example) [e](operating.md) [f](tasks.md#days)\n\n| l | r |\n|:--|--:|\n| 1 | 2 |\n",
  )
  expect(html).not.toMatch(/<script|<img|href="(javascript|data|\/\/)|style=/)
  expect(html).toContain('<a href="tasks#days">f</a>')
  expect(html).not.toContain("operating.md")
})

test("what is for those who build stays out, with all that follows", () => {
  const { html, sections } = renderGuide("# A\n\n## Use\n\nText.\n\n## For whoever builds on it\n\nCode.\n")
  expect(html).toContain("Text.")
  expect(html).not.toContain("Code.")
  expect(sections.map(({ id }) => id)).toEqual(["", "use"])
})

test("every guide that is listed is written, and its address is the entrance's own", () => {
  expect(listed.filter(({ slug }) => globSync(`docs/${slug}.md`).length === 0)).toEqual([])
  expect(guidePath("/w/acme/portfolio", "tasks#days")).toBe("/w/acme/help/tasks#days")
  expect(guidePath("/portal/acme/promises/1", "tasks")).toBe("/portal/-/help/tasks")
  expect(guidePath("/w/acme/home")).toBe("/w/acme/help")
})
