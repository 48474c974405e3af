import { expect, test } from "vitest"
import type { AgreementText, Block, Clause, Inline, Mark, Terms } from "./clause.ts"
import { redline } from "./redline.ts"
import type { ClauseLine, Counts, Row, Segment } from "./redlineShape.ts"
import { acceptAll, rejectAll } from "./sides.ts"

const words = (text: string, ...looks: Mark[]): Inline => ({
  ...{ type: "text", text },
  ...(looks.length > 0 && { marks: looks.map((type) => ({ type })) }),
})
const paragraph = (...content: (string | Inline)[]): Block => ({
  type: "paragraph",
  ...(content.length > 0 && { content: content.map((each) => (typeof each === "string" ? words(each) : each)) }),
})
const list = (...items: (string | Block[])[]): Block => ({
  type: "bulletList",
  content: items.map((each) => ({
    type: "listItem",
    content: typeof each === "string" ? [paragraph(each)] : each,
  })),
})
const clause = (key: string, heading: string, ...content: (string | Block)[]): Clause => ({
  ...{ key, heading, level: 1 },
  content: content.map((each) => (typeof each === "string" ? paragraph(each) : each)),
})
const text = (clauses: Clause[], terms: Terms = {}): AgreementText => ({ clauses, terms })

const shown = (content: readonly Inline[]) =>
  content
    .map((each) => (each.type === "text" ? each.text : each.type === "term" ? `<${each.attrs.kind}>` : "⏎"))
    .join("")
const signs = {
  ...{ deleted: ["[-", "]"], inserted: ["[+", "]"], formatted: ["[~", "]"], typography: ["[’", "]"] },
  ...{ revalued: ["[=", "]"], carriedOut: ["[>", "]"], carriedIn: ["[<", "]"], same: ["", ""] },
} as const
const written = ({ kind, before, after }: Segment) =>
  `${signs[kind][0]}${shown(kind === "deleted" || kind === "carriedOut" ? before : after)}${signs[kind][1]}`
const end = ({ before, after }: Row) => (before === null ? "[+¶]" : after === null ? "[-¶]" : "¶")
/** A clause as one line of words: what went, what came, and where paragraphs end. */
const read = ({ heading, rows }: ClauseLine) =>
  `${heading.map(written).join("")}: ${rows.map((row) => row.segments.map(written).join("") + end(row)).join("")}`
const some = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

/** Each clause in words, with all that is counted; both sides have to be what they were. */
const compared = (before: AgreementText, after: AgreementText) => {
  const lines = redline(before, after)
  expect(acceptAll(lines)).toEqual(after)
  expect(rejectAll(lines)).toEqual(before)
  return { lines: lines.clauses, read: lines.clauses.map(read), counts: some(lines.counts), terms: lines.terms }
}
const within = (before: string | Block, after: string | Block, was: Terms = {}, is = was) => {
  const [old, now] = [text([clause("k", "H", before)], was), text([clause("k", "H", after)], is)]
  const { read: all, counts } = compared(old, now)
  return { read: all[0]?.replace("H: ", ""), counts }
}

const long = (seed: number) =>
  Array.from({ length: 120 }, (_, at) => `${"abcdefghij"[(at * seed) % 10]}${(at * seed) % 37}${at}`).join(" ")
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
  clause(`k${number}`, `Clause ${number}`, number === 4 ? `${long(7)} in Berlin ${long(3)}` : long(number + 10)),
)

test("a clause that moved last and was edited in a word is one move and one word (scenario 13)", () => {
  const four = nine[3] as Clause
  const edited = { ...four, content: JSON.parse(JSON.stringify(four.content).replace("Berlin", "Hamburg")) }
  const last = text([...nine.filter((each) => each !== four), edited])
  const { lines, counts } = compared(text(nine), last)
  expect(counts).toEqual({ moves: 1, replaced: 1, renumbered: 5 })
  expect(lines.map(({ key }) => key)).toEqual(last.clauses.map(({ key }) => key))
  expect(lines.at(-1)).toMatchObject({
    ...{ key: "k4", state: "changed", isMoved: true, isRenumbered: false, movedWith: null },
    ...{ before: { at: 3, number: "4" }, after: { at: 8, number: "9" } },
  })
  expect(lines.map(read).at(-1)).toContain(" in [-Berlin][+Hamburg] ")
  expect(lines[3]).toMatchObject({
    ...{ key: "k5", state: "unchanged", isMoved: false, isRenumbered: true },
    ...{ before: { number: "5" }, after: { number: "4" } },
  })
  expect(lines[0]).toMatchObject({ isMoved: false, isRenumbered: false, counts: { replaced: 0 } })
  expect(compared(last, text(nine)).counts).toEqual(counts)
})

test("a clause that moves with what stands below it is one move", () => {
  const below = (key: string): Clause => ({ ...clause(key, key, "Below"), level: 2 })
  const [a, b, c, d] = [clause("a", "A", "x"), below("b"), below("c"), clause("d", "D", "y")]
  const rest = [clause("e", "E", "z"), clause("f", "F", "z"), clause("g", "G", "z")]
  const { lines, counts } = compared(text([a, b, c, d, ...rest]), text([d, ...rest, a, b, c]))
  expect(counts).toEqual({ moves: 1, renumbered: 4 })
  expect(lines.slice(4).map(({ key, movedWith }) => [key, movedWith])).toEqual([
    ["a", null],
    ["b", "a"],
    ["c", "b"],
  ])
  // Two that moved apart are two moves.
  expect(compared(text([a, b, c, d, ...rest]), text([c, d, ...rest, b, a])).counts).toMatchObject({ moves: 2 })
})

test("what comes and goes stands in its place; another level is said, and what shows another value", () => {
  const [a, b, c] = [
    clause("a", "A", "x"),
    clause("b", "B", "y"),
    clause("c", "C", paragraph("of ", { type: "term", attrs: { kind: "margin" } })),
  ]
  const {
    lines,
    counts,
    terms,
    read: all,
  } = compared(
    text([a, b, c], { margin: 20, payment_days: 30, liability_cap: { amountMinor: 5, currency: "EUR" } }),
    text([clause("n", "New", "entirely"), { ...a, level: 2 }, c], {
      ...{ margin: 22, commission: 3, liability_cap: { currency: "EUR", amountMinor: 5 } },
    }),
  )
  expect(all).toEqual(["[+New]: [+entirely][+¶]", "A: x¶", "[-B]: [-y][-¶]", "C: of [=<margin>]¶"])
  expect(lines.map(({ state }) => state)).toEqual(["inserted", "changed", "deleted", "changed"])
  expect(counts).toEqual({ clausesInserted: 1, clausesDeleted: 1, renumbered: 2, relevelled: 1, terms: 3 })
  expect(terms).toEqual([
    { kind: "margin", before: 20, after: 22, shownIn: ["c"] },
    { kind: "commission", before: null, after: 3, shownIn: [] },
    { kind: "payment_days", before: 30, after: null, shownIn: [] },
  ])
})

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
  ["Japanese", "分配は四半期ごとに行う", "分配は半年ごとに行う", "分配は[-四半期][+半年]ごとに行う¶"],
])("%s is replaced whole (scenario 14)", (_, before, after, expected) => {
  expect(within(before, after)).toEqual({ read: expected, counts: { replaced: 1 } })
})

test("bold is formatting, and quotes or spaces of another kind are no words (scenario 14)", () => {
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

const [start, rest] = [
  "The partner sells the products in its territory.",
  "It keeps a showroom with trained staff at all times.",
]

test("a clause cut in two is a split, and no word of it went or came (scenario 17)", () => {
  const whole = text([clause("k", "Sales", `${start} ${rest}`), clause("z", "End", "Last")])
  const halves = text([clause("k", "Sales", start), clause("n", "", rest), clause("z", "End", "Last")])
  const split = compared(whole, halves)
  expect(split.read).toEqual([`Sales: ${start}[- ][>${rest}]¶`, `: [<${rest}][+¶]`, "End: Last¶"])
  expect(split.counts).toEqual({ splits: 1, renumbered: 1 })
  expect(split.lines[1]).toMatchObject({ state: "inserted", splitFrom: "k", mergedInto: null })
  const merge = compared(halves, whole)
  expect(merge.counts).toEqual({ merges: 1, renumbered: 1 })
  expect(merge.lines[1]).toMatchObject({ state: "deleted", mergedInto: "k", splitFrom: null })
  const first = text([clause("n", "", start), clause("k", "Sales", rest), clause("z", "End", "Last")])
  expect(compared(whole, first).counts).toEqual({ splits: 1, renumbered: 2 })
})

test("cut out of the middle and edited it is a split still; with too little of it, it is a new clause", () => {
  const middle = "Complaints are answered within two working days."
  const whole = text([clause("k", "", `${start} ${middle} ${rest}`)])
  const moved = text([clause("k", "", `${start} ${rest}`), clause("n", "", middle.replace("two", "three"))])
  const { read: all, counts } = compared(whole, moved)
  expect(all[1]).toBe(": [<Complaints are answered within ][+three][< working days.][+¶]")
  expect(counts).toEqual({ splits: 1, deleted: 1 })
  const other = text([
    clause("k", "", `${start} ${rest}`),
    clause("n", "", "Complaints are settled by a judge in public."),
  ])
  expect(compared(whole, other).counts).toEqual({ clausesInserted: 1, deleted: 7 })
  const short = text([clause("k", "", `${start} ${rest} `), clause("n", "", "working days")])
  expect(compared(whole, short).counts).toMatchObject({ clausesInserted: 1 })
})
