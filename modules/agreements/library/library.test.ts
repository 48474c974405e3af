import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { type Language, languageCodes } from "#core/languages"
import { openTexts } from "#platform/texts"
import { type PartnershipType, partnershipTypes } from "#rules/partnerships"
import { readyClauses, readyText } from "../library.ts"
import { type AgreementText, type Block, type Inline, type TermKind, termKinds, termsIn } from "../rules.ts"
import { templateOf } from "../templates.ts"
import { blocksOf } from "./blocks.ts"

const texts = openTexts(join(import.meta.dirname, "../../.."))
const english = texts.in("en")

const piecesIn = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block) =>
    block.type === "paragraph" ? (block.content ?? []) : block.content.flatMap((item) => piecesIn(item.content)),
  )
const wordsIn = (blocks: readonly Block[]): readonly string[] =>
  piecesIn(blocks).map((piece) => (piece.type === "text" ? piece.text : ""))
const boldIn = (blocks: readonly Block[]): readonly string[] =>
  piecesIn(blocks).flatMap((piece) => (piece.type === "text" && piece.marks ? [piece.text] : []))
const namedIn = ({ clauses }: AgreementText): readonly TermKind[] => clauses.flatMap(({ content }) => termsIn(content))
const inOrder = (kinds: readonly TermKind[]): readonly TermKind[] => termKinds.filter((kind) => kinds.includes(kind))

describe("what a ready clause says is read", () => {
  test("as paragraphs, one list of neighbours, bold words and the places of terms", () => {
    expect(blocksOf("Pay **Fees** in {payment_days} days.\n- a\n- {margin}\nEnd")).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Pay " },
          { type: "text", text: "Fees", marks: [{ type: "bold" }] },
          { type: "text", text: " in " },
          { type: "term", attrs: { kind: "payment_days" } },
          { type: "text", text: " days." },
        ],
      },
      {
        type: "bulletList",
        content: [
          { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "a" }] }] },
          {
            type: "listItem",
            content: [{ type: "paragraph", content: [{ type: "term", attrs: { kind: "margin" } }] }],
          },
        ],
      },
      { type: "paragraph", content: [{ type: "text", text: "End" }] },
    ])
  })

  test("with what is no term left to be seen", () => {
    expect(wordsIn(blocksOf("{other} * - x"))).toEqual(["{other} * - x"])
  })
})

describe.each(partnershipTypes)("an agreement of type %s", (type) => {
  const ready = readyText(type, english)
  const clauses = readyClauses(type, english)

  test("names exactly the terms that are suggested or asked for", () => {
    const suggested = termKinds.filter((kind) => ready.text.terms[kind] !== undefined)
    expect(inOrder(namedIn(ready.text))).toEqual(inOrder([...suggested, ...ready.asked]))
    expect(suggested.filter((kind) => ready.asked.includes(kind))).toEqual([])
  })

  test("has each clause once, under a heading of its own, and none below nothing", () => {
    const keys = clauses.map(({ clause }) => clause.key)
    expect(keys).toEqual([...new Set(keys)])
    expect(ready.text.clauses[0]?.level).toBe(1)
    expect(clauses.filter(({ isInText }) => isInText).map(({ clause }) => clause)).toEqual(ready.text.clauses)
    expect(clauses.length).toBeGreaterThan(ready.text.clauses.length)
  })

  test("answers as soon, and meets as often, as the type's promises and rhythm say", () => {
    const { commitments, cadence } = templateOf(type)
    const promised = commitments.find(({ owedBy, withinHours }) => owedBy === "host" && withinHours !== undefined)
    expect(ready.text.terms.answer_hours).toBe(promised?.withinHours)
    const rhythm = { monthly: "reviews", weekly: type === "consortium" ? "consortium-reviews" : "reviews-close" }
    const meetings = ready.text.clauses.map(({ key }) => key).filter((key) => /reviews/.test(key))
    expect(meetings).toEqual([rhythm[cadence.working]])
  })

  test("offers in the place of a clause only what the text has", () => {
    const inText = ready.text.clauses.map(({ key }) => key)
    const replacing = clauses.filter(({ insteadOf }) => insteadOf !== undefined)
    expect(replacing.filter(({ insteadOf, isInText }) => isInText || !inText.includes(insteadOf ?? ""))).toEqual([])
    expect(replacing.map(({ clause }) => clause.key)).toEqual(
      expect.arrayContaining(["liability-statutory", "law-arbitration"]),
    )
  })

  test("defines the words that it uses, and uses those that it defines", () => {
    const defined = ready.text.clauses.flatMap(({ content }) => boldIn(content))
    const others = allDefined.filter((word) => !defined.includes(word))
    for (const { clause } of clauses) {
      const said = wordsIn(clause.content).join("")
      const own = boldIn(clause.content)
      const unknown = others.filter((word) => !own.includes(word) && isNamedIn(word, said))
      expect.soft(unknown, clause.key).toEqual([])
    }
    // Whoever concludes it is named even where nothing is promised by one of two alone.
    const own = defined.filter((word) => word !== "Vendor" && word !== "Partner")
    const usedElsewhere = (word: string) =>
      ready.text.clauses.some(
        ({ content }) => !boldIn(content).includes(word) && isNamedIn(word, wordsIn(content).join("")),
      )
    expect(own.filter((word) => !usedElsewhere(word))).toEqual([])
  })
})

const isNamedIn = (word: string, said: string) => new RegExp(`\\b${word}s?\\b`).test(said)
const allDefined = [
  ...new Set(
    partnershipTypes.flatMap((type) => readyText(type, english).text.clauses.flatMap(({ content }) => boldIn(content))),
  ),
]

test.each<[PartnershipType, readonly string[]]>([
  ["reseller", ["margin", "registration", "training", "territory"]],
  ["distributor", ["margin", "stock-protection", "minimum-purchase", "distribution-duties"]],
  ["msp", ["margin", "managed-service", "usage-billing", "service-levels"]],
  ["integrator", ["implementation-quality", "expert-support", "training"]],
  ["isv", ["platform-access", "application-duties", "revenue-share"]],
  ["integration", ["integration-work", "integration-faults", "co-listing"]],
  ["referral", ["referral-process", "commission"]],
  ["co_marketing", ["joint-campaigns", "content-approval", "lead-sharing"]],
  ["joint_solution", ["contributions", "joint-ip", "joint-sales", "joint-deals"]],
  ["strategic_alliance", ["alliance-plan", "sponsors", "escalation-answers", "fair-competition"]],
  ["consortium", ["shares", "board-voting", "joining", "leaving", "consortium-ip"]],
])("a %s agreement has what makes it one", (type, essentials) => {
  const keys = readyText(type, english).text.clauses.map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining([...essentials, "confidentiality", "term", "whole-agreement"]))
  expect(keys.some((key) => key.startsWith("law-"))).toBe(true)
})

test("an exclusive appointment brings its word with it, and names the minimum that it costs", () => {
  const { terms, names, insteadOf } =
    readyClauses("reseller", english).find(({ clause }) => clause.key === "exclusive") ?? {}
  expect({ terms, names, insteadOf }).toEqual({
    terms: { exclusivity: "exclusive" },
    names: ["minimum_amount"],
    insteadOf: "non-exclusive",
  })
  expect(readyText("reseller", english).text.terms.exclusivity).toBe("non-exclusive")
})

describe.each(languageCodes)("the library in %s", (language: Language) => {
  const say = texts.in(language)

  test.each(partnershipTypes)("says every clause of %s whole and built as in English", (type) => {
    const said = readyClauses(type, say)
    const headings = said.filter(({ insteadOf }) => insteadOf === undefined).map(({ clause }) => clause.heading)
    expect(headings).toEqual([...new Set(headings)])
    expect(readyText(type, say).note).not.toBe("")
    expect(said.map(({ clause }) => builtAs(clause.content))).toEqual(
      readyClauses(type, english).map(({ clause }) => builtAs(clause.content)),
    )
    for (const { clause, purpose } of said) {
      const words = [clause.heading, purpose, ...wordsIn(clause.content)].join("\n")
      expect.soft(words, clause.key).not.toMatch(/[*{}]|^-|\$t\(/m)
      expect.soft(words, clause.key).not.toMatch(/ {2}/)
      expect.soft(wordsIn(clause.content).join("").length, clause.key).toBeLessThanOrEqual(10_000)
      expect.soft(clause.heading.length, clause.key).toBeLessThanOrEqual(200)
    }
  })
})

/** How a clause is built: its blocks, and in each the terms and how many words it defines. Their order is the grammar's. */
const builtAs = (blocks: readonly Block[]): unknown =>
  blocks.map((block) =>
    block.type === "paragraph"
      ? [inOrder(termsIn([block])), boldIn([block]).length]
      : [block.type, block.content.map((item) => builtAs(item.content))],
  )
