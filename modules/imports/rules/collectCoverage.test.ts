import { expect, test } from "vitest"
import { collectCoverage } from "./collectCoverage.ts"
import { collectRemarks } from "./collectRemarks.ts"
import { remarks as kinds } from "./remarks.ts"

const collected = (answers = {}) => {
  const remarks = collectRemarks(kinds, answers)
  return { remarks, ...collectCoverage(remarks, { today: "2026-11-28", timeZone: "America/Los_Angeles" }) }
}
const act = (partnershipId: string, on: string, ...signals: string[]) => ({
  ...{ partnershipId, partner: partnershipId, on, field: "occurred_on", signals },
})
const spans = (said: ReturnType<ReturnType<typeof collected>["said"]>) =>
  [...(said?.each() ?? [])].map(({ partnershipId, signal, from, until }) =>
    [partnershipId, signal, from, until].join(" "),
  )

test("what is covered is said of each partner's signal; a complete file ends with its last fact of the signal with anybody", () => {
  const facts = [
    act("a", "2026-01-05", "calls"),
    act("b", "2026-05-04", "calls", "meetings"),
    act("a", "2026-02-02", "calls", "meetings"),
    act("b", "2026-06-01", "calls"),
  ]
  const whole = collected()
  facts.forEach(whole.covers)
  const said = whole.said()
  expect(said?.covers).toEqual({
    ...{ from: "2026-01-05", to: "2026-06-01", partners: 2, signals: ["calls", "meetings"], isWhole: true },
  })
  expect(spans(said)).toEqual([
    "a calls 2026-01-05 2026-06-01",
    "a meetings 2026-02-02 2026-05-04",
    "b calls 2026-05-04 2026-06-01",
    "b meetings 2026-05-04 2026-05-04",
  ])
  const own = collected({ "ends-before-the-file:": "unknown" })
  facts.forEach(own.covers)
  expect(spans(own.said()).slice(0, 2)).toEqual(["a calls 2026-01-05 2026-02-02", "a meetings 2026-02-02 2026-02-02"])
})

test("a day is the workspace's; tomorrow's is told and covers nothing", () => {
  const { covers, said, remarks } = collected()
  // Early on the 29th in UTC is still the 28th in Los Angeles.
  covers(act("a", "2026-11-29T05:00:00.000Z", "calls"))
  covers(act("a", "2026-11-29T09:00:00.000Z", "calls"))
  covers(act("a", "2026-11-29", "calls"))
  expect(spans(said())).toEqual(["a calls 2026-11-28 2026-11-28"])
  expect(remarks.all()).toMatchObject([{ code: "day-to-come", count: 2 }])
})

test("the answer holds however many partners there are, and memory goes by partners and signals, not by rows", () => {
  const { covers, said } = collected()
  const partners = 6_000
  for (let row = 0; row < 60_000; row++) covers(act(`p${row % partners}`, "2026-01-05", "calls"))
  covers(act("last", "2026-11-02", "calls"))
  const found = said()
  expect(found?.covers).toMatchObject({ partners: partners + 1, isWhole: true })
  expect(spans(found)).toHaveLength(partners + 1)
  expect(new Set(spans(found).map((span) => span.split(" ").at(-1)))).toEqual(new Set(["2026-11-02"]))
})

test("values that are measured end where they end, and a column of free text is not stated signal by signal", () => {
  const { covers, said, remarks } = collected()
  for (let i = 0; i < 2_000; i++)
    covers({ ...act("a", i % 2 ? "2026-01-05" : "2026-09-07", `metric ${i}`), field: "week" })
  covers({ ...act("b", "2026-11-02", "metric 1"), field: "week" })
  const found = said()
  expect(found?.covers).toMatchObject({ isWhole: false, from: "2026-01-05", to: "2026-11-02" })
  expect(spans(found)[1]).toBe("a metric 1 2026-01-05 2026-01-05")
  expect(spans(found)).toHaveLength(501)
  expect(remarks.all()).toEqual([])
})

test("the day on which a deal ended covers what ends speak of, and makes nobody's rows end early", () => {
  const { covers, said, remarks } = collected()
  covers({ ...act("b", "2026-10-05", "revenue"), field: "close_on", isBesides: true })
  covers({ ...act("a", "2026-01-05", "registrations", "revenue"), field: "registered_on" })
  expect(said()).toMatchObject({ isOfActs: true, covers: { from: "2026-01-05", to: "2026-10-05", isWhole: true } })
  expect(spans(said())).toEqual([
    "b revenue 2026-10-05 2026-10-05",
    "a registrations 2026-01-05 2026-01-05",
    "a revenue 2026-01-05 2026-10-05",
  ])
  expect(remarks.all()).toEqual([])
})
