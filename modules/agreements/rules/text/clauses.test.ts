import { expect, test } from "vitest"
import { clause, countsOf, paragraph, readClause, text } from "#test/redlines"
import type { AgreementText, Clause } from "./clause.ts"
import { redline } from "./redline.ts"
import { acceptAll, rejectAll } from "./sides.ts"

/** Each clause in words, with all that is counted; both sides have to be what they were. */
const compared = (before: AgreementText, after: AgreementText) => {
  const lines = redline(before, after)
  expect(acceptAll(lines)).toEqual(after)
  expect(rejectAll(lines)).toEqual(before)
  return { lines: lines.clauses, read: lines.clauses.map(readClause), counts: countsOf(lines), terms: lines.terms }
}

const long = (seed: number) =>
  Array.from({ length: 120 }, (_, at) => `${"abcdefghij"[(at * seed) % 10]}${(at * seed) % 37}${at}`).join(" ")
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
  clause(`k${number}`, `Clause ${number}`, number === 4 ? `${long(7)} in Berlin ${long(3)}` : long(number + 10)),
)

test("scenario 13: a clause that moved last and was edited in a word is one move and one word", () => {
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
  expect(lines.map(readClause).at(-1)).toContain(" in [-Berlin][+Hamburg] ")
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

const [start, rest] = [
  "The partner sells the products in its territory.",
  "It keeps a showroom with trained staff at all times.",
]

test("scenario 17: a clause cut in two is a split, and no word of it went or came", () => {
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
