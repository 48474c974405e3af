import { stays, type WordList, type WordParagraph, type WordRun, wordLooks } from "#core/wordParagraphs"
import type { TagListener } from "#platform/archives/xml-tags"
import { attributeOf, isOn } from "./wordParts.ts"
import { placeTag } from "./written.ts"

/** What stands in a file and cannot be taken into a clause. */
export const leftKinds = [
  ...(["headers", "pictures", "tables", "footnotes", "formulas", "formatting", "embedded"] as const),
] as const
export type Left = Readonly<Record<(typeof leftKinds)[number], number>>

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
type Known = Readonly<{
  headings: ReadonlyMap<string, 1 | 2>
  isNumbered: (number: string, level: number) => boolean
}>

/** Whatever stands within these is not read; each is counted where it counts as one. */
const skipped: Readonly<Record<string, keyof Left | null>> = {
  ...{ drawing: "pictures", pict: "pictures", object: "embedded", altChunk: "embedded" },
  ...{ tbl: "tables", oMath: "formulas", oMathPara: "formulas" },
  // Said a second time: for programs that do not know the first way, and for who cannot read the signs.
  ...{ Fallback: null, rt: null },
  ...{ rPrChange: "formatting", pPrChange: "formatting", sectPr: null, tblPrChange: null, numberingChange: null },
}
const changes: Readonly<Record<string, "before" | "after">> = {
  ...{ ins: "before", moveTo: "before", del: "after", moveFrom: "after" },
}
const looks: Readonly<Record<string, WordRun["looks"][number]>> = { b: "bold", i: "italic", u: "underline" }
const signs: Readonly<Record<string, string>> = {
  ...{ br: "\n", cr: "\n", tab: "\t", noBreakHyphen: "\u2011", softHyphen: "\u00AD", sym: "\uFFFD" },
}
const goesOn = /^ListContinue(\d?)$/

/** A paragraph while it is read. */
const opened = () => ({
  style: "",
  number: undefined as string | undefined,
  level: 0,
  bookmarks: [] as string[],
  comments: [] as string[],
  runs: [] as WordRun[],
  end: { ...stays } as Writable<typeof stays>,
})

/** Hears the body of a document, and gathers its paragraphs with what became of each word. */
export const bodyReader = ({ headings, isNumbered }: Known) => {
  const paragraphs: WordParagraph[] = []
  const left = Object.fromEntries(leftKinds.map((kind) => [kind, 0])) as Writable<Left>
  let [waiting, skipping, nth] = [[] as string[], 0, 0]
  let paragraph: ReturnType<typeof opened> | undefined
  let run: { looks: Set<WordRun["looks"][number]> } | undefined
  let [inProperties, isText] = [0, false]
  const standing = { before: 0, after: 0 }
  const places: { name: string; nth: number }[] = []

  const say = (text: string) => {
    if (paragraph === undefined || run === undefined) return
    const own = wordLooks.filter((look) => run?.looks.has(look))
    const side = { before: standing.before === 0, after: standing.after === 0 }
    const place = places.findLast(({ name }) => name !== "")
    const last = paragraph.runs.at(-1)
    const isAlike =
      last?.before === side.before &&
      last.after === side.after &&
      last.looks.join() === own.join() &&
      last.place?.nth === place?.nth
    if (last !== undefined && isAlike) paragraph.runs[paragraph.runs.length - 1] = { ...last, text: last.text + text }
    else paragraph.runs.push({ text, looks: own, ...side, ...(place === undefined ? {} : { place }) })
  }

  const listOf = ({ style, number, level }: ReturnType<typeof opened>): WordList | null => {
    if (number !== undefined && number !== "0")
      return { id: number, depth: level, isNumbered: isNumbered(number, level), isItem: true }
    const [, depth] = goesOn.exec(style) ?? []
    return depth === undefined ? null : { id: "", depth: Number(depth || "1") - 1, isNumbered: false, isItem: false }
  }

  const close = (done: ReturnType<typeof opened>) => {
    const heading = headings.get(done.style) ?? 0
    const { bookmarks, comments, runs, end } = done
    paragraphs.push({ heading, list: heading > 0 ? null : listOf(done), bookmarks, comments, runs, end })
  }

  /** What is said of a paragraph or a run, before its words. */
  const property = (name: string, attributes: Readonly<Record<string, string>>) => {
    const value = attributeOf(attributes, "val") ?? ""
    if (paragraph === undefined) return
    const look = looks[name]
    if (look !== undefined && run !== undefined && isOn(attributes)) run.looks.add(look)
    const side = changes[name]
    // Of the end of the paragraph; the same within numPr speaks of its numbering.
    if (side !== undefined && run === undefined && ends > 0) paragraph.end[side] = false
    if (name === "pStyle") paragraph.style = value
    if (name === "numId") paragraph.number = value
    if (name === "ilvl") paragraph.level = Math.min(8, Math.max(0, Number(value) || 0))
  }

  let ends = 0
  const listener: TagListener = {
    open: (name, attributes) => {
      if (skipping > 0 || name in skipped) {
        const kind = skipped[name]
        if (skipping === 0 && kind) left[kind] += 1
        skipping += 1
        return
      }
      if (name === "pPr" || name === "rPr") {
        if (name === "rPr" && run === undefined && inProperties > 0) ends += 1
        inProperties += 1
      } else if (inProperties > 0) property(name, attributes)
      else if (name === "p") {
        paragraph = opened()
        paragraph.bookmarks.push(...waiting)
        waiting = []
      } else if (name === "r") run = { looks: new Set() }
      else if (name === "sdt") places.push({ name: "", nth: 0 })
      else if (name === "tag") {
        const [own, value] = [places.at(-1), attributeOf(attributes, "val") ?? ""]
        if (own && value.startsWith(placeTag)) {
          nth += 1
          places[places.length - 1] = { name: value.slice(placeTag.length), nth }
        }
      } else if (changes[name] !== undefined) standing[changes[name]] += 1
      else if (name === "bookmarkStart") (paragraph?.bookmarks ?? waiting).push(attributeOf(attributes, "name") ?? "")
      else if (name === "commentReference") paragraph?.comments.push(attributeOf(attributes, "id") ?? "")
      else if (name === "footnoteReference" || name === "endnoteReference") left.footnotes += 1
      else if (signs[name] !== undefined && run !== undefined) say(signs[name])
      else if (name === "t" || name === "delText") isText = true
    },
    text: (text) => {
      if (skipping === 0 && isText) say(text)
    },
    close: (name) => {
      if (skipping > 0) {
        skipping -= 1
        return
      }
      if (name === "pPr" || name === "rPr") {
        inProperties -= 1
        if (name === "rPr" && ends > 0) ends -= 1
      } else if (inProperties > 0) return
      else if (name === "t" || name === "delText") isText = false
      else if (name === "r") run = undefined
      else if (name === "sdt") places.pop()
      else if (changes[name] !== undefined) standing[changes[name]] -= 1
      else if (name === "p" && paragraph !== undefined) {
        close(paragraph)
        paragraph = undefined
      }
    },
  }
  return { listener, paragraphs, left }
}
