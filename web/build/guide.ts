import MarkdownIt from "markdown-it"
import { guides } from "#client/guides"

export type Section = Readonly<{ id: string; title: string; text: string }>
/** A guide as a page shows it: made when the web is built, so that no page brings a reader of Markdown. */
export type RenderedGuide = Readonly<{ title: string; html: string; sections: readonly Section[] }>

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number]

// No HTML of a document's own gets through, and no address but these.
const markdown = new MarkdownIt("commonmark", { html: false }).enable("table").disable(["image"])
markdown.validateLink = (href) => /^(https?:|mailto:|#|[\w./-]+(\.md)?(#|$))/i.test(href)

/** What is for whoever builds on a thing stands at a guide's end, and is not shown in the product. */
const forBuilders = /^For (whoever builds on it|whoever adds|those who build it|developers)/

const known = new Set(guides.map(({ slug }) => slug))

/** The id of a heading, as GitHub makes it, so that one link leads there in both. */
const headingId = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-")

/** `ids`: of the sections of the English guide, which those of a translation take in their order. */
export const renderGuide = (source: string, ids?: readonly string[]): RenderedGuide => {
  const sections: { id: string; title: string; from: number }[] = []
  const all = markdown.parse(source, {})
  const heads = all.flatMap((token, at) => (token.type === "heading_open" ? [at] : []))
  const cut = heads.find((at) => all[at]?.tag === "h2" && forBuilders.test(all[at + 1]?.content ?? ""))
  const title = all[1]?.content ?? ""
  // The title is the page's own.
  const tokens = all.slice(3, cut)
  for (const [at, token] of tokens.entries()) {
    if (token.type === "heading_open" && token.tag === "h2") {
      const heading = plain(tokens[at + 1])
      const id = ids?.[sections.length] ?? headingId(heading)
      token.attrSet("id", id)
      sections.push({ id, title: heading, from: at })
    } else if (token.type === "heading_open") token.attrSet("id", headingId(plain(tokens[at + 1])))
    // A table or a listing that is wider than a phone scrolls, by keyboard as well.
    else if (token.type === "fence" || token.type === "code_block") token.attrSet("tabindex", "0")
    else if (token.type === "inline" && token.children) token.children = withOwnLinks(token.children)
    if (token.attrGet("style")) token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style")
  }
  const textBetween = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((token) => (token.type === "inline" ? plain(token) : token.type === "code_block" ? token.content : ""))
      .filter(Boolean)
      .join(" ")
  return {
    title,
    html: framed(markdown.renderer.render(tokens, markdown.options, {})),
    sections: [
      { id: "", title, text: textBetween(0, sections[0]?.from ?? tokens.length) },
      ...sections.map(({ id, title: heading, from }, at) => ({
        ...{ id, title: heading },
        text: textBetween(from + 3, sections[at + 1]?.from ?? tokens.length),
      })),
    ],
  }
}

const plain = (token: Token | undefined): string =>
  (token?.children ?? []).map(({ type, content }) => (type === "softbreak" ? " " : content)).join("")

/** Other guides are beside this one; what the product does not show is named and leads nowhere. */
const withOwnLinks = (children: readonly Token[]): Token[] => {
  let isOpen = true
  return children.filter((token) => {
    if (token.type === "link_open") {
      const to = ownLink(String(token.attrGet("href")))
      isOpen = to !== undefined
      if (to !== undefined) token.attrSet("href", to)
      return isOpen
    }
    return token.type === "link_close" ? isOpen : true
  })
}

const ownLink = (href: string): string | undefined => {
  if (/^(https?:|mailto:|#)/.test(href)) return href
  const [, slug = "", anchor = ""] = /^(?:\.\.\/)?([\w-]+)\.md(#.*)?$/.exec(href) ?? []
  return known.has(slug) ? `${slug}${anchor}` : undefined
}

const framed = (html: string): string =>
  html.replaceAll("<table>", '<div class="table" tabindex="0"><table>').replaceAll("</table>", "</table></div>")
