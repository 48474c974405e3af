import { parseSync } from "vite"

type Node = Readonly<{ type: string; start: number }> & Readonly<Record<string, unknown>>

/** Words that stand in code where a reader sees them, instead of in a texts file. */
export type WrittenWords = Readonly<{ line: number; words: string }>

/** Attributes and properties that people read or hear. */
const read =
  /^(aria-label|aria-description|aria-roledescription|alt|title|placeholder|label|description|hint|error|subject|heading|text|term|note|asksFor)$/
/** Names that are the same in every language. */
const names = new Set(["PNG", "SVG", "CSV", "PDF", "Keelson"])

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value

/** What stands in a literal or a template by itself, without what is put in. */
const literalIn = (value: unknown): string => {
  if (!isNode(value)) return ""
  if (value.type === "JSXExpressionContainer") return literalIn(value.expression)
  if (value.type === "Literal") return typeof value.value === "string" ? value.value : ""
  if (value.type === "ConditionalExpression") return [value.consequent, value.alternate].map(literalIn).join(" ")
  if (value.type === "LogicalExpression") return literalIn(value.right)
  if (value.type === "BinaryExpression") return [value.left, value.right].map(literalIn).join(" ")
  const quasis = value.type === "TemplateLiteral" ? (value.quasis as readonly { value: { cooked: string } }[]) : []
  return quasis.map((quasi) => quasi.value.cooked).join(" ")
}

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? node.value ?? "") : "")

/** It is said by its code in other languages. */
const isRefusal = (node: Node | undefined): boolean =>
  node?.type === "ObjectExpression" && (node.properties as readonly Node[]).some(({ key }) => nameOf(key) === "code")

const wordsAt = (node: Node): string => {
  if (node.type === "JSXText") return String(node.value)
  if (node.type === "JSXAttribute") return read.test(nameOf(node.name)) ? literalIn(node.value) : ""
  if (node.type === "Property") return read.test(nameOf(node.key)) ? literalIn(node.value) : ""
  if (node.type === "JSXElement" || node.type === "JSXFragment")
    return (node.children as readonly Node[])
      .filter(({ type }) => type === "JSXExpressionContainer")
      .map(literalIn)
      .join(" ")
  if (node.type === "TaggedTemplateExpression" && nameOf(node.tag) === "html") return textOf(literalIn(node.quasi))
  return ""
}

/** What a piece of HTML says; a piece may be an attribute that is put into a tag. */
const textOf = (html: string): string =>
  /^\s*[\w-]+(="[^"]*")?$/.test(html) ? "" : html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>?|^[^<]*>/g, " ")

/** What is typed, and where it leads. */
const command = /npx [\w ]+|\S+(\.|:\/)\S*/g

const isWords = (text: string, isWhole: boolean): boolean => {
  const found = (text.replaceAll(command, " ").match(/\p{L}{2,}/gu) ?? []).filter((word) => !names.has(word))
  return isWhole ? found.length > 0 : /\p{L}{2,}[,.]? \p{L}{2,}/u.test(text)
}

export const writtenWords = (file: string, source: string): readonly WrittenWords[] => {
  const found: WrittenWords[] = []
  const visit = (node: Node, within?: Node): void => {
    const words = node.type === "Property" && isRefusal(within) ? "" : wordsAt(node)
    // A property may be a key or a name of something; two words are a sentence that somebody reads.
    if (isWords(words, node.type !== "Property"))
      found.push({ line: source.slice(0, node.start).split("\n").length, words: words.trim() })
    for (const each of Object.values(node).flat()) if (isNode(each)) visit(each, node)
  }
  visit(parseSync(file, source).program as unknown as Node)
  return found
}
