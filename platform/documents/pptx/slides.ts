import { createRequire } from "node:module"
import type { Block, Paper } from "#platform/documents/paper"
import { printable } from "#platform/documents/printable"
import { filled } from "#platform/documents/written"
import { addLanes, addShares } from "./charts.ts"
import { type Deck, font, ink, type Slide } from "./look.ts"
import { mended } from "./mended.ts"
import { addTable } from "./tables.ts"

const Presentation = createRequire(import.meta.url)("pptxgenjs") as new () => Deck

/** A presentation of a paper: the answer and its figures first, then a slide or more for each block, with native charts and tables. */
export const slidesOf = async (given: Paper): Promise<Buffer> => {
  const paper = printable(given)
  const deck = new Presentation()
  deck.layout = "LAYOUT_WIDE"
  deck.title = paper.title
  deck.author = paper.author
  // The library writes the company as it is, between tags.
  deck.company = escaped(paper.owner)
  deck.subject = paper.sentence
  deck.theme = { headFontFace: font, bodyFontFace: font }
  deck.defineSlideMaster({
    title: "page",
    background: { color: ink("surface") },
    slideNumber: {
      x: 12.35,
      y: 7.02,
      w: 0.6,
      h: 0.3,
      fontSize: 10,
      color: ink("textSoft"),
      ...flat,
      align: "right",
    },
  })
  const opening = addSlide(deck, paper)
  opening.addText(paper.title, {
    x: 0.6,
    y: 0.75,
    w: 12.1,
    h: 0.9,
    fontSize: 30,
    bold: true,
    color: ink("text"),
    ...flat,
    valign: "middle",
    fit: "shrink",
  })
  if (paper.subtitle)
    opening.addText(paper.subtitle, {
      x: 0.6,
      y: 1.6,
      w: 12.1,
      h: 0.4,
      fontSize: 14,
      color: ink("textSoft"),
      ...flat,
    })
  opening.addText(paper.sentence, {
    x: 0.6,
    y: 2.05,
    w: 12.1,
    h: 1.5,
    fontSize: 18,
    color: ink("text"),
    ...flat,
    valign: "top",
    fit: "shrink",
  })
  const [figures] = paper.blocks.filter((block) => block.kind === "figures")
  if (figures) addFigures(opening, figures, 3.75)
  const shares = paper.blocks.find((block) => block.kind === "shares")
  if (shares?.kind === "shares") addShares(opening, shares)
  opening.addNotes(notesOf(paper, figures))
  for (const block of paper.blocks) addBlock(deck, paper, block)
  return mended((await deck.write({ outputType: "nodebuffer" })) as Buffer, paper.madeAt)
}

const addBlock = (deck: Deck, paper: Paper, block: Block): void => {
  if (block.kind === "table") addTable(block, paper, (part, parts) => slideOf(deck, paper, block, part, parts))
  if (block.kind === "lanes") addLanes(slideOf(deck, paper, block, 1, 1), block, paper)
  if (block.kind === "text")
    slideOf(deck, paper, block, 1, 1).addText(block.paragraphs.join("\n\n"), {
      x: 0.6,
      y: 1.5,
      w: 12.1,
      h: 5.2,
      fontSize: 14,
      color: ink("text"),
      ...flat,
      valign: "top",
      fit: "shrink",
    })
}

const slideOf = (deck: Deck, paper: Paper, block: Block, part: number, parts: number): Slide => {
  const slide = addSlide(deck, paper)
  const title = block.title ?? paper.title
  const shown = parts > 1 ? filled(paper.words.goesOn, { title, part: `${part}/${parts}` }) : title
  slide.addText(shown, {
    x: 0.6,
    y: 0.62,
    w: 12.1,
    h: 0.6,
    fontSize: 20,
    bold: true,
    color: ink("text"),
    ...flat,
    valign: "middle",
    fit: "shrink",
  })
  slide.addNotes(notesOf(paper, block))
  return slide
}

const addSlide = (deck: Deck, paper: Paper): Slide => {
  const slide = deck.addSlide({ masterName: "page" })
  slide.addText(`${paper.owner}  ·  ${paper.title}`, {
    x: 0.6,
    y: 0.25,
    w: 8.6,
    h: 0.3,
    fontSize: 10,
    color: ink("textSoft"),
    ...flat,
  })
  slide.addText(paper.audience, {
    x: 9.2,
    y: 0.25,
    w: 3.5,
    h: 0.3,
    fontSize: 10,
    bold: true,
    color: ink("accentText"),
    ...flat,
    align: "right",
  })
  slide.addShape("line", { x: 0.6, y: 6.98, w: 12.1, h: 0, line: { color: ink("line"), width: 0.75 } })
  slide.addText(paper.facts.map(([label, value]) => `${label} ${value}`).join("  ·  "), {
    x: 0.6,
    y: 7.02,
    w: 11.6,
    h: 0.3,
    fontSize: 10,
    color: ink("textSoft"),
    ...flat,
    fit: "shrink",
  })
  return slide
}

const addFigures = (slide: Slide, block: Extract<Block, { kind: "figures" }>, y: number): void => {
  const shown = block.figures.slice(0, 6)
  const width = (12.1 - 0.15 * (shown.length - 1)) / shown.length
  shown.forEach(({ label, value, note, tone }, index) => {
    const x = 0.6 + index * (width + 0.15)
    slide.addShape("roundRect", {
      x,
      y,
      w: width,
      h: 1.35,
      rectRadius: 0.06,
      fill: { color: ink("sunken") },
      line: { color: ink("sunken") },
    })
    slide.addText(
      [
        { text: label, options: { fontSize: 11, color: ink("textSoft"), breakLine: true } },
        {
          text: value,
          options: { fontSize: 22, bold: true, color: ink(tone ? `${tone}Text` : "text"), breakLine: true },
        },
        { text: note ?? " ", options: { fontSize: 10, color: ink("textSoft") } },
      ],
      { x, y, w: width, h: 1.35, margin: 8, fontFace: font, valign: "middle", fit: "shrink" },
    )
  })
}

/** Text begins where the tables and charts below it begin. */
const flat = { fontFace: font, margin: 0 } as const

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** What whoever presents may want to say more: definitions and the day they are of. */
const notesOf = (paper: Paper, block: Block | undefined): string =>
  [paper.audience, ...(block?.note ? [block.note] : []), ...paper.footnotes].join("\n")
