import { expect, test } from "vitest"
import type { Inline, TermKind, Terms } from "./clause.ts"
import { doubtsIn } from "./figures.ts"
import { numbersSaid } from "./numberWords.ts"

const term = (kind: TermKind): Inline => ({ type: "term", attrs: { kind } })
const found = (content: string | (string | Inline)[], terms: Terms = {}) =>
  doubtsIn({
    terms,
    clauses: [
      {
        ...{ key: "c8", heading: "", level: 1 },
        content: [
          {
            type: "paragraph",
            content: [content].flat().map((each) => (typeof each === "string" ? { type: "text", text: each } : each)),
          },
        ],
      },
    ],
  })
const said = (text: string) =>
  found(text)
    .map(({ words, saidInWords, saidInFigures }) => `${words}: ${saidInWords} or ${saidInFigures}`)
    .join()

test.each([
  ["within thirty (60) days", "thirty: 30 or 60"],
  ["pays one hundred and twenty-five (120) days after", "one hundred and twenty-five: 125 or 120"],
  ["binnen dreißig (60) Tagen", "dreißig: 30 or 60"],
  ["binnen fünfundvierzig (54) Tagen", "fünfundvierzig: 45 or 54"],
  ["dentro de treinta y cinco (30) días", "treinta y cinco: 35 or 30"],
  ["dans un délai de quatre-vingt-dix-sept (90) jours", "quatre-vingt-dix-sept: 97 or 90"],
  ["no prazo de quarenta e cinco (30) dias", "quarenta e cinco: 45 or 30"],
  ["三十日（60日）以内に支払う", "三十: 30 or 60"],
  ["百二十（１２５）日以内", "百二十: 120 or 125"],
  ["60 (thirty) days", "thirty: 30 or 60"],
  ["a margin of twenty per cent (22 %)", "twenty: 20 or 22"],
])("%s: what the words say and what the figure says", (text, doubt) => {
  expect(said(text)).toBe(doubt)
})

test.each([
  ["within thirty (30) days"],
  ["zwölf (12) Monate, einmal (2) im Jahr"],
  ["once (1) a year"],
  ["onze (11) jours"],
  ["the partner (60) pays"],
  ["two thousand two hundred (2,200) units"],
  ["two thousand two hundred (200) units"],
  ["thirty (30.5) hours, thirty (30,000) units, thirty (2027)"],
  ["ten per cent (10 %)"],
  ["二千三百（2300）"],
  ["三十日（30日）"],
  ["60 (sixty) days and 7 (of them)"],
  ["thirty days, and (60) more"],
])("%s: nothing", (text) => {
  expect(said(text)).toBe("")
})

test("scenario 14: a term shown beside words that say another number is in doubt; its own number is not", () => {
  const content = ["within thirty (", term("payment_days"), ") days"]
  expect(found(content, { payment_days: 60 })).toEqual([
    {
      ...{ key: "c8", words: "thirty", saidInWords: 30, figure: "60", saidInFigures: 60 },
      term: "payment_days",
      against: [],
    },
  ])
  expect(found(content, { payment_days: 30 })).toEqual([])
  const more = ["; ", term("protection_days"), " days"]
  expect(found([...content, ...more], { payment_days: 30, protection_days: 90 })).toEqual([])
  expect(found(content)).toEqual([])
  expect(
    found(["pays in ", term("governing_law"), " thirty (", term("payment_days"), ")"], { payment_days: 60 }),
  ).toHaveLength(1)
  expect(found([term("payment_days"), " (thirty) days"], { payment_days: 60 })).toMatchObject([
    { term: "payment_days" },
  ])
})

test("a figure is named as it is written, on another line or in other digits", () => {
  expect(found(["thirty", { type: "hardBreak" }, "(６０) days"])).toMatchObject([{ figure: "６０", saidInFigures: 60 }])
})

test("scenario 14: a figure that differs from words, and from the term that says the words, names both", () => {
  const terms = { payment_days: 30, protection_days: 90, answer_hours: 30, margin: 30 }
  expect(found("within thirty (60) days", terms)).toMatchObject([{ against: [{ kind: "payment_days", value: 30 }] }])
  expect(found("within thirty (60) hours", terms)).toMatchObject([{ against: [{ kind: "answer_hours", value: 30 }] }])
  expect(found("thirty (60 %) of it", terms)).toMatchObject([{ against: [{ kind: "margin", value: 30 }] }])
  expect(found("within thirty (60) weeks", terms)).toMatchObject([{ against: [] }])
  // What agrees with itself is no doubt, unless the clause shows a term that says otherwise.
  expect(found("sixty (60) days", terms)).toEqual([])
  expect(found([term("payment_days"), " days; interest after sixty (60) days"], terms)).toMatchObject([
    { saidInWords: 60, saidInFigures: 60, against: [{ kind: "payment_days", value: 30 }] },
  ])
  expect(found([term("payment_days"), " days; interest after sixty (60) days"])).toEqual([])
  expect(found([term("payment_days"), " days, that is thirty (30) days"], terms)).toEqual([])
})

test("every number below a thousand can be read in every language", () => {
  const reads = (words: string, number: number) => expect([words, ...numbersSaid(words)]).toContain(number)
  reads("nine hundred and ninety-nine", 999)
  reads("neunhundertneunundneunzig", 999)
  reads("HUNDERTEINS", 101)
  reads("dreissig", 30)
  reads("quinientas una", 501)
  reads("veintiún", 21)
  reads("cien", 100)
  reads("ciento y uno", 101)
  reads("cem", 100)
  reads("duzentas e duas", 202)
  reads("vinte e uma", 21)
  reads("soixante et onze", 71)
  reads("quatre-vingts", 80)
  reads("deux cents", 200)
  reads("deux cent une", 201)
  reads("二百五", 205)
  reads("〇", 0)
  reads("一二〇", 120)
  expect(numbersSaid("hundredth").size).toBe(0)
  expect([...numbersSaid("once")].sort()).toEqual([1, 11])
})
