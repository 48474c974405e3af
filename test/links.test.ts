import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"

const pages = globSync("{*.md,{docs,examples}/**/*.md}")

/** Targets of `[text](target)` within this repository: no addresses of the web. */
const links = (page: string): readonly string[] =>
  [...withoutCode(readFileSync(page, "utf8")).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))

const withoutCode = (text: string): string =>
  text.replaceAll(/^( {4}|```[\s\S]*?^```).*$/gm, "").replaceAll(/`[^`]*`/g, "")

/** The anchors of a page's headings, as code hosts make them. */
const anchors = (page: string): readonly string[] =>
  [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  )

describe.each(pages)("%s", (page) => {
  test("links to what exists", () => {
    const dead = links(page).filter((link) => {
      const [path = "", anchor] = link.split("#")
      const target = path === "" ? page : join(dirname(page), path)
      return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor))
    })
    expect(dead).toEqual([])
  })
})

test("every guide and decision is in the index", () => {
  const listed = links("docs/README.md").map((link) => join("docs", link))
  const missing = pages.filter((page) => page.startsWith("docs/") && !listed.includes(page))
  expect(missing).toEqual(["docs/README.md"])
})
