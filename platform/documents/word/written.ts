import type { Standing, WordParagraph, WordRun } from "#core/wordParagraphs"

/** Text as it stands in XML, in an element or an attribute. */
export const xmlText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** Each mark of a change, bookmark and place of a value has a number that no other has. */
export type Numbers = () => number

type By = Readonly<{ author: string; at: string }>

const looks: Readonly<Record<WordRun["looks"][number], string>> = {
  bold: "<w:b/>",
  italic: "<w:i/>",
  underline: '<w:u w:val="single"/>',
}

/** By this a place of a value is known again; it survives what is written into it. */
export const placeTag = "keelson:"

const words = (text: string, element: "w:t" | "w:delText"): string =>
  text
    .split(/([\n\t])/)
    .map((part) => {
      if (part === "\n") return "<w:br/>"
      if (part === "\t") return "<w:tab/>"
      return part === "" ? "" : `<${element} xml:space="preserve">${xmlText(part)}</${element}>`
    })
    .join("")

const marked = (element: string, { author, at }: By, number: number, content?: string): string => {
  const attributes = `w:id="${number}" w:author="${xmlText(author)}" w:date="${at}"`
  return content === undefined ? `<${element} ${attributes}/>` : `<${element} ${attributes}>${content}</${element}>`
}

/** How a change is marked, the outermost first; what was moved may be taken out again. */
const marksOf = ({ before, after }: Standing, isMoved: boolean): string[] => {
  if (before && after) return []
  if (!before && !after) return [isMoved ? "w:moveTo" : "w:ins", "w:del"]
  return [before ? (isMoved ? "w:moveFrom" : "w:del") : isMoved ? "w:moveTo" : "w:ins"]
}

const runXml = (run: WordRun, { by, isMoved = false }: WordParagraph, next: Numbers): string => {
  const properties = run.looks.map((look) => looks[look]).join("")
  const marks = by === undefined ? [] : marksOf(run, isMoved && run.isBesides !== true)
  const text = words(run.text, marks.includes("w:del") ? "w:delText" : "w:t")
  const own = `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${text}</w:r>`
  const said = by === undefined ? own : marks.reduceRight((inner, mark) => marked(mark, by, next(), inner), own)
  if (run.place === undefined) return said
  const tag = `<w:tag w:val="${placeTag}${xmlText(run.place.name)}"/>`
  return `<w:sdt><w:sdtPr>${tag}<w:id w:val="${next()}"/></w:sdtPr><w:sdtContent>${said}</w:sdtContent></w:sdt>`
}

/** Which number each list has, in the order in which they come. */
export type ListNumbers = (id: string, isNumbered: boolean) => number

const styles = { heading: "Heading", goesOn: ["ListContinue", "ListContinue2", "ListContinue3"] } as const

const propertiesXml = (paragraph: WordParagraph, hasChapter: boolean, lists: ListNumbers, next: Numbers): string => {
  const { heading, list, end, by, isMoved = false } = paragraph
  const numbered = (number: number, level: number) =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`
  const style =
    heading > 0 ? `${styles.heading}${heading}` : list && !list.isItem ? styles.goesOn[list.depth] : undefined
  const marks =
    by === undefined
      ? ""
      : marksOf(end, isMoved)
          .map((mark) => marked(mark, by, next()))
          .join("")
  return [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    // One below nothing counts as one of the first level.
    heading === 2 && !hasChapter ? numbered(1, 0) : "",
    list?.isItem ? numbered(lists(list.id, list.isNumbered), list.depth) : "",
    marks === "" ? "" : `<w:rPr>${marks}</w:rPr>`,
  ].join("")
}

const bookmarkXml = (name: string, number: number): string =>
  `<w:bookmarkStart w:id="${number}" w:name="${xmlText(name)}"/><w:bookmarkEnd w:id="${number}"/>`

const isMovedPart = ({ isMoved, by }: WordParagraph): boolean => isMoved === true && by !== undefined

/**
 * What moved is one range where it was and one where it is, of the same name, from a clause's heading up to the end of its last paragraph. Word
 * refuses a file whose ranges have no partner, so they go by clauses, which have as many on both sides whatever was changed in them.
 */
const movesOf = (paragraphs: readonly WordParagraph[], next: Numbers) => {
  let open: Readonly<{ side: string; number: number }> | undefined
  return (paragraph: WordParagraph, at: number): readonly [begin: string, over: string] => {
    const { heading, end, bookmarks, by } = paragraph
    let begin = ""
    if (isMovedPart(paragraph) && heading > 0 && by !== undefined) {
      open = { side: end.before ? "w:moveFrom" : "w:moveTo", number: next() }
      begin = `<${open.side}RangeStart w:id="${open.number}" w:name="move_${xmlText(bookmarks[0] ?? "")}" w:author="${xmlText(by.author)}" w:date="${by.at}"/>`
    }
    const after = paragraphs[at + 1]
    const goesOn = after !== undefined && isMovedPart(after) && after.heading === 0
    if (open === undefined || goesOn) return [begin, ""]
    const over = `<${open.side}RangeEnd w:id="${open.number}"/>`
    open = undefined
    return [begin, over]
  }
}

/** The paragraphs of a document as WordprocessingML, with what became of each (ECMA-376, 17.13.5). */
export const bodyXml = (paragraphs: readonly WordParagraph[], lists: ListNumbers, next: Numbers): string => {
  let hasChapter = false
  const rangeOf = movesOf(paragraphs, next)
  const body = paragraphs.map((paragraph, at) => {
    const { heading, end, bookmarks, runs } = paragraph
    const properties = propertiesXml(paragraph, hasChapter, lists, next)
    hasChapter ||= heading === 1 && end.after
    const [begin, over] = rangeOf(paragraph, at)
    // Where it stood before, a moved clause has no name: a name stands once in a file.
    const isLeft = isMovedPart(paragraph) && end.before
    const names = isLeft ? "" : bookmarks.map((name) => bookmarkXml(name, next())).join("")
    const content = runs.map((run) => runXml(run, paragraph, next)).join("")
    const head = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`
    return `<w:p>${head}${names}${begin}${content}</w:p>${over}`
  })
  // The last end of a document can be neither taken out nor put in: it is merged into what follows, and nothing does.
  const last = paragraphs.at(-1)?.end
  return `${body.join("")}${last === undefined || (last.before && last.after) ? "" : "<w:p/>"}`
}
