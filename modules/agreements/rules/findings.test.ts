import { expect, test } from "vitest"
import { weekday } from "#core/time"
import { findingsOf, nextDays, type Written } from "./findings.ts"

const isWorkday = (date: string) => weekday(date) < 6
const around = {
  today: "2026-01-05",
  isWorkday,
  parties: { host: "us", companies: ["them"] },
  others: [],
  isLeft: () => false,
}
const promise = (owedBy: "host" | "partner", more = {}) =>
  ({ owedBy, title: `${owedBy} reports`, measure: "per_cadence", cadence: "monthly", ...more }) as const
const sound: Written = {
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  noticeDays: 90,
  autoRenews: false,
  objectives: [{ title: "Revenue" }],
  commitments: [promise("host"), promise("partner")],
}
const codes = (more: Partial<Written>, about = {}) =>
  findingsOf({ ...sound, ...more }, { ...around, ...about }).map(({ code, blocks }) => (blocks ? `! ${code}` : code))

test("a sound agreement has no findings", () => expect(codes({})).toEqual([]))

test.each<[string, Partial<Written>, string[]]>([
  ["no end", { endsOn: undefined, objectives: [{ title: "R", endsOn: "2026-12-31" }] }, ["no-end"]],
  ["no end for an objective", { endsOn: undefined }, ["! objective-needs-end", "no-end"]],
  ["no notice", { noticeDays: undefined }, ["no-notice"]],
  [
    "renews, and nobody can stop it",
    { noticeDays: undefined, autoRenews: true, renewalMonths: 12 },
    ["renews-without-notice"],
  ],
  ["renews, for nobody knows how long", { autoRenews: true }, ["renews-for-unknown"]],
  [
    "renews, and has no end to renew at",
    { autoRenews: true, endsOn: undefined, objectives: [{ title: "R", endsOn: "2026-12-31" }] },
    ["no-end"],
  ],
  ["notice in months", { noticeDays: undefined, noticeMonths: 3 }, []],
  ["the notice day is over", { endsOn: "2026-02-28" }, ["notice-passed"]],
  ["the term is over", { startsOn: "2025-01-01", endsOn: "2025-12-31" }, ["over-already"]],
  [
    "the term is the wrong way round",
    { endsOn: "2025-12-31", objectives: [], commitments: [] },
    [
      ...["! dates-out-of-order", "over-already"],
      ...["host-promises-nothing", "partner-promises-nothing", "no-objective"],
    ],
  ],
  ["one side promises nothing", { commitments: [promise("partner")] }, ["host-promises-nothing"]],
  [
    "an amount of what",
    { commitments: [promise("host", { measure: "amount_per_period" }), promise("partner")] },
    ["promise-without-measure"],
  ],
  [
    "a year does not fit",
    { commitments: [promise("host", { cadence: "yearly", endsOn: "2026-06-30" }), promise("partner")] },
    ["promise-never-due"],
  ],
  [
    "beyond the term",
    { commitments: [promise("host", { endsOn: "2027-01-31" }), promise("partner")] },
    ["! dates-out-of-order"],
  ],
  ["twice the same", { commitments: [promise("host"), promise("partner"), promise("partner")] }, ["said-twice"]],
])("%s", (_, more, expected) => expect(codes(more)).toEqual(expected))

test("the first and the last day count: what ends today is not over, a notice day of today is not passed", () => {
  expect(codes({}, { today: "2026-10-02" })).toEqual([])
  expect(codes({}, { today: "2026-10-03" })).toEqual(["notice-passed"])
  expect(codes({ noticeDays: 0 }, { today: "2026-12-31" })).toEqual([])
  expect(codes({ noticeDays: 0 }, { today: "2027-01-01" })).toEqual(["over-already"])
})

test("without an end no notice is missed, and what is done once needs a day of its own", () => {
  const endless = { endsOn: undefined, objectives: [{ title: "R", endsOn: "2026-12-31" }] }
  expect(codes({ ...endless, noticeDays: undefined })).toEqual(["no-end"])
  const once = (more: object) => [promise("host", { cadence: "once", ...more }), promise("partner")]
  expect(codes({ ...endless, commitments: once({}) })).toEqual(["no-end", "promise-without-measure"])
  expect(codes({ ...endless, commitments: once({ endsOn: "2026-03-31" }) })).toEqual(["no-end"])
  // An answer has neither unit nor day of its own: its clock measures it.
  const answered = { measure: "within_hours", answers: "deal_answer" }
  expect(codes({ ...endless, commitments: once(answered) })).toEqual(["no-end"])
  // Due once, and later than any period is long.
  expect(codes({ endsOn: "2031-12-31", commitments: once({ endsOn: "2030-06-28" }) })).toEqual([])
  expect(codes({ commitments: once({ startsOn: "2026-01-01", endsOn: "2026-01-01" }) })).toEqual([])
})

test("an answer is due when something is asked, however its cadence and the term lie", () => {
  const answered = { measure: "within_hours", answers: "deal_answer", cadence: "yearly", endsOn: "2026-06-30" }
  expect(codes({ commitments: [promise("host", answered), promise("partner")] })).toEqual([])
})

test("of an amendment: what stands before it, what can be read in two ways, what is written beside it", () => {
  const amends = { isBehind: true, openReadings: [0], beside: [{ id: "d", title: "Other" }] }
  expect(codes({}, { amends })).toEqual(["! rebase-first", "! reading-expected", "amended-beside"])
  expect(findingsOf(sound, { ...around, amends })).toMatchObject([
    { at: "title" },
    { at: "objectives.0", title: "Revenue" },
    { at: "title", title: "Other", otherId: "d" },
  ])
  expect(codes({}, { amends: { isBehind: false, openReadings: [], beside: [] } })).toEqual([])
})

test("an amount with its unit is measured, and both sides, or two companies, may promise in the same words", () => {
  const amount = promise("host", { measure: "amount_per_period", unit: "EUR" })
  expect(codes({ commitments: [amount, promise("partner")] })).toEqual([])
  const same = { title: "Report" }
  expect(codes({ commitments: [promise("host", same), promise("partner", same)] })).toEqual([])
  const parties = { host: "us", companies: ["them", "those"] }
  const each = ["them", "those"].map((party) => promise("partner", { party }))
  expect(codes({ commitments: [promise("host"), ...each] }, { parties })).toEqual([])
})

test("a term that is the wrong way round is said once, not once for each of its lines", () => {
  expect(codes({ endsOn: "2025-12-31" }).filter((code) => code.startsWith("!"))).toEqual(["! dates-out-of-order"])
})

test("each line that does not fit is named, and one that an amendment leaves is not", () => {
  const late = promise("host", { endsOn: "2027-01-31" })
  const written = { ...sound, commitments: [late, { ...late, title: "other" }, promise("partner")] }
  const at = (isLeft: (line: object) => boolean) => findingsOf(written, { ...around, isLeft }).map((each) => each.at)
  expect(at(() => false)).toEqual(["commitments.0", "commitments.1"])
  expect(at((line) => line === late)).toEqual(["commitments.1"])
})

test("several companies: whose promise it is has to be said", () => {
  const parties = { host: "us", companies: ["them", "those"] }
  expect(codes({}, { parties })).toEqual(["! company-needed"])
})

test("an agreement in force over the same days is named; one that ends the day before is not", () => {
  const other = { id: "a", title: "Old", startsOn: "2025-01-01", endsOn: "2026-01-01" }
  expect(findingsOf(sound, { ...around, others: [other] })).toMatchObject([
    { code: "overlaps", otherId: "a", title: "Old" },
  ])
  expect(codes({}, { others: [{ ...other, endsOn: "2025-12-31" }] })).toEqual([])
  expect(codes({}, { others: [{ ...other, startsOn: "2027-01-01", endsOn: null }] })).toEqual([])
  // From its last day on, and where neither has an end.
  expect(codes({}, { others: [{ ...other, startsOn: "2026-12-31", endsOn: "2027-12-31" }] })).toEqual(["overlaps"])
  expect(codes({}, { others: [{ ...other, endsOn: null }] })).toEqual(["overlaps"])
  const endless = { endsOn: undefined, objectives: [{ title: "R", endsOn: "2026-12-31" }] }
  expect(codes(endless, { others: [{ ...other, startsOn: "2027-01-01", endsOn: null }] })).toEqual([
    ...["no-end", "overlaps"],
  ])
})

test("what begins within a quarter says which quarters it counts, and how much an uneven part asks for", () => {
  const line = { owedBy: "partner", title: "Campaigns", measure: "amount_per_period", cadence: "quarterly" } as const
  const told = (more: object, term: object = {}, amended: object = {}) =>
    findingsOf(
      {
        ...{ startsOn: "2027-02-15", endsOn: "2027-12-31", autoRenews: false, objectives: [] },
        ...term,
        commitments: [{ ...line, amount: 2, unit: "campaigns", ...more }],
      },
      { ...around, ...amended },
    ).flatMap(({ code, blocks }) => (code === "periods-unsaid" || code === "share-uneven" ? [[code, blocks]] : []))
  const byShare = { periods: "calendar", partial: "pro_rata" }
  expect(told({})).toEqual([["periods-unsaid", false]])
  expect(told({ startsOn: "2027-04-01" })).toEqual([])
  expect(told({}, { startsOn: "2027-01-01" })).toEqual([])
  expect(told({ periods: "contract" })).toEqual([])
  // What an amendment leaves as the agreement has it counts as it did.
  expect(told({}, {}, { isLeft: () => true })).toEqual([])
  expect(told({ answers: "deal_answer", owedBy: "host" })).toEqual([])
  expect(told(byShare)).toEqual([])
  expect(told(byShare, { startsOn: "2027-03-01" })).toEqual([["share-uneven", true]])
  expect(told({ ...byShare, firstAmount: 0 }, { startsOn: "2027-03-01" })).toEqual([])
  expect(told({ ...byShare, firstAmount: 0 }, { endsOn: "2027-11-30" })).toEqual([["share-uneven", true]])
  expect(told({ ...byShare, partial: "first_full" }, { startsOn: "2027-03-01" })).toEqual([])
})

test("what begins with the last signature names the first line that has a first day of its own", () => {
  const [own, none] = [{ startsOn: "2027-03-01" }, {}]
  const told = (begins: "last_signature" | undefined, goal: object, promised: object) =>
    findingsOf(
      {
        ...{ startsOn: "2027-02-15", endsOn: "2027-12-31", autoRenews: false, begins },
        objectives: [{ title: "Revenue", ...goal }],
        commitments: [{ owedBy: "host", title: "Report", measure: "per_cadence", cadence: "weekly", ...promised }],
      },
      around,
    ).flatMap(({ code, at, title, blocks }) => (code === "begins-with-signing" ? [[at, title, blocks]] : []))
  expect(told("last_signature", own, none)).toEqual([["objectives.0", "Revenue", true]])
  expect(told("last_signature", none, own)).toEqual([["commitments.0", "Report", true]])
  expect(told("last_signature", none, none)).toEqual([])
  expect(told(undefined, own, own)).toEqual([])
})

test("the next days begin today, or with the term, and end with it", () => {
  const next = (more: object) =>
    nextDays(
      { cadence: "monthly", startsOn: "2026-01-01", endsOn: "2026-12-31", ...more },
      { today: "2026-02-10", isWorkday, most: 3 },
    ).map(({ dueOn }) => dueOn)
  expect(next({})).toEqual(["2026-03-02", "2026-03-31", "2026-04-30"])
  expect(next({ endsOn: "2026-03-15" })).toEqual(["2026-03-02"])
  expect(next({ startsOn: "2026-06-01", cadence: "yearly", endsOn: undefined })).toEqual([
    "2027-05-31",
    "2028-05-31",
    "2029-05-31",
  ])
  expect(next({ cadence: "once", endsOn: "2026-05-05" })).toEqual(["2026-05-05"])
  expect(next({ cadence: "once", endsOn: "2035-06-29" })).toEqual(["2035-06-29"])
})
