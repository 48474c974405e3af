import { expect, test } from "vitest"
import { clause, countsOf, paragraph, readClause, text, words } from "#test/redlines"
import type { AgreementText, Block } from "./clause.ts"
import { redline } from "./redline.ts"
import { acceptAll, rejectAll } from "./sides.ts"

const list = (...items: (string | Block[])[]): Block => ({
  type: "bulletList",
  content: items.map((each) => ({
    type: "listItem",
    content: typeof each === "string" ? [paragraph(each)] : each,
  })),
})
/** The paragraphs of one clause in words, with all that is counted; both sides have to be what they were. */
const compared = (before: AgreementText, after: AgreementText) => {
  const lines = redline(before, after)
  expect(acceptAll(lines)).toEqual(after)
  expect(rejectAll(lines)).toEqual(before)
  return { read: lines.clauses.map(readClause), counts: countsOf(lines) }
}
const within = (before: string | Block, after: string | Block) => {
  const { read, counts } = compared(text([clause("k", "H", before)]), text([clause("k", "H", after)]))
  return { read: read[0]?.replace("H: ", ""), counts }
}

test.each([
  [
    "an amount",
    "pays EUR 1,250,000.00 a year",
    "pays EUR 1,520,000.00 a year",
    "pays EUR [-1,250,000.00][+1,520,000.00] a year¶",
  ],
  ["an amount as Germans write it", "1.250.000,00 EUR", "1.520.000,00 EUR", "[-1.250.000,00][+1.520.000,00] EUR¶"],
  [
    "an amount as the French write it",
    "soit 1 250 000 euros",
    "soit 1 520 000 euros",
    "soit [-1 250 000][+1 520 000] euros¶",
  ],
  ["a percentage", "12.5 % of it", "12.75 % of it", "[-12.5 %][+12.75 %] of it¶"],
  ["a figure in brackets", "thirty (30) days", "thirty (60) days", "thirty ([-30][+60]) days¶"],
  ["a day", "until 2027-03-31.", "until 2027-12-31.", "until [-2027-03-31][+2027-12-31].¶"],
  ["hours", "in 48h flat", "in 36h flat", "in [-48h][+36h] flat¶"],
  ["an amount with its sign", "$35,000,000 each", "$55,000,000 each", "$[-35,000,000][+55,000,000] each¶"],
  ["Chinese", "我有很多桌子。", "我有很多儿子。", "我有很多[-桌子][+儿子]。¶"],
  [
    "a word with a combined accent",
    "il est festou\u0300 ici",
    "il est impube\u0300re ici",
    "il est [-festou\u0300][+impube\u0300re] ici¶",
  ],
  ["Japanese", "分配は四半期ごとに行う", "分配は半年ごとに行う", "分配は[-四半期][+半年]ごとに行う¶"],
])("scenario 14: %s is replaced whole", (_, before, after, expected) => {
  expect(within(before, after)).toEqual({ read: expected, counts: { replaced: 1 } })
})

test("scenario 14: bold is formatting, and quotes or spaces of another kind are no words", () => {
  const bold = paragraph("It is ", words("not", "bold"), " so.")
  expect(within("It is not so.", bold)).toEqual({ read: "It is [~not] so.¶", counts: { formatting: 1 } })
  expect(within(bold, paragraph("It is ", words("not", "italic"), " so.")).counts).toEqual({ formatting: 1 })
  expect(within(bold, paragraph("It is ", words("no", "bold"), "t so.")).counts).toEqual({ formatting: 1 })
  const curly = within(`the "net" price isn't`, "the “net” price isn’t")
  expect(curly).toEqual({ read: "the [’“]net[’”] price [’isn’t]¶", counts: { typography: 3 } })
  expect(within("one two", "one\u00A0 two").counts).toEqual({ typography: 1 })
  expect(within("one (two)", "one(two)").counts).toEqual({ typography: 1 })
  expect(within("of EUR 1 000", "of EUR 1\u00A0000").counts).toEqual({ typography: 1 })
})

test("a comma is neither a word nor nothing", () => {
  expect(within("sells, rents and lends", "sells, rents, and lends")).toEqual({
    ...{ read: "sells, rents[+,] and lends¶", counts: { signs: 1 } },
  })
})

test.each([
  ["words put in", "of the price.", "of the net list price.", "of the [+net list ]price.¶", { inserted: 2 }],
  ["words taken away", "of the net list price.", "of the price.", "of the [-net list ]price.¶", { deleted: 2 }],
  [
    "more for fewer",
    "within a month.",
    "within thirty calendar days.",
    "within [-a month][+thirty calendar days].¶",
    { replaced: 2, inserted: 1 },
  ],
  [
    "no scrap of what stays",
    "Sell red cars and big dogs now",
    "Sell blue trucks and small cats now",
    "Sell [-red cars][+blue trucks] and [-big dogs][+small cats] now¶",
    { replaced: 4 },
  ],
  [
    "hardly a word in common",
    "The parties meet each quarter in the town hall",
    "Neither side is liable for the acts of God",
    "[-The parties meet each quarter in the town hall][+Neither side is liable for the acts of God]¶",
    { replaced: 9 },
  ],
  [
    "much taken away",
    "It ends on notice, or by law, or by court, or when either is wound up or sold.",
    "It ends.",
    "It ends[- on notice, or by law, or by court, or when either is wound up or sold].¶",
    { deleted: 16 },
  ],
  ["nothing before", "", "New words.", "[+New words.]¶", { inserted: 2 }],
])("%s", (_, before, after, expected, counts) => {
  const [old, now] = [before, after].map((each) => (each === "" ? paragraph() : each)) as [
    string | Block,
    string | Block,
  ]
  expect(within(old, now)).toEqual({ read: expected, counts })
})

test("paragraphs are compared with what they became: one that came, one cut in two, two that are one", () => {
  const [one, two] = ["The host answers each question within two days.", "The partner reports all leads each month."]
  const both = text([clause("k", "", one, two)])
  expect(compared(both, text([clause("k", "", one, "Something that is new.", two)]))).toMatchObject({
    ...{ read: [`: ${one}¶[+Something that is new.][+¶]${two}¶`], counts: { inserted: 4 } },
  })
  const edited = "The partner reports most leads each month."
  expect(compared(both, text([clause("k", "", "Wholly other words stand here.", one, edited)]))).toMatchObject({
    read: [`: [+Wholly other words stand here.][+¶]${one}¶The partner reports [-all][+most] leads each month.¶`],
    counts: { inserted: 5, replaced: 1 },
  })
  const cut = text([clause("k", "", "The host answers each", "question within two days.", two)])
  expect(compared(both, cut)).toMatchObject({
    ...{ read: [`: The host answers each[- ][+¶]question within two days.¶${two}¶`], counts: { formatting: 1 } },
  })
  expect(compared(cut, both).counts).toEqual({ formatting: 1 })
})

test("a paragraph that went takes its end with it, one that was emptied keeps it, and two are joined with a space", () => {
  const three = text([clause("k", "", "One is here.", "Two is there.", "Three is nowhere.")])
  const read = (...content: (string | Block)[]) => compared(three, text([clause("k", "", ...content)])).read.join()
  expect(read("One is here.", "Three is nowhere.")).toBe(": One is here.¶[-Two is there.][-¶]Three is nowhere.¶")
  expect(read("One is here.", paragraph(), "Three is nowhere.")).toBe(
    ": One is here.¶[-Two is there.]¶Three is nowhere.¶",
  )
  expect(read("One is here. Two is there.", "Three is nowhere.")).toBe(
    ": One is here.[-¶][+ ]Two is there.¶Three is nowhere.¶",
  )
})

test("fifty thousand words and as many others are compared at once", () => {
  const many = (name: string) => Array.from({ length: 50_000 }, (_, at) => `${name}${at % 997}`).join(" ")
  const { deleted, inserted, replaced } = redline(
    text([clause("k", "", many("a"))]),
    text([clause("k", "", many("b"))]),
  ).counts
  expect([deleted, inserted, replaced]).toEqual([0, 0, 50_000])
  const changed = many("a").replaceAll("a500 ", "c500 ")
  expect(redline(text([clause("k", "", many("a"))]), text([clause("k", "", changed)])).counts).toMatchObject({
    replaced: 50,
  })
})

test("an item that came changes none of its list; made a list of, words stay words", () => {
  const listed = within(list("first item", "second item"), list("new", "first item", "second item"))
  expect(listed).toEqual({ read: "[+new][+¶]first item¶second item¶", counts: { inserted: 1 } })
  expect(within("some words", list("some words"))).toEqual({ read: "some words¶", counts: { formatting: 1 } })
  const [apart, one] = [[list("a"), list("b")], [list("a", "b")]]
  expect(compared(text([clause("k", "", ...apart)]), text([clause("k", "", ...one)])).counts).toEqual({ formatting: 1 })
  const nested = list([paragraph("a"), list("b")], "c")
  expect(compared(text([clause("k", "", nested)]), text([clause("k", "", list("a", "b", "c"))])).counts).toEqual({
    formatting: 1,
  })
})
