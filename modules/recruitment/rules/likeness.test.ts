import { expect, test } from "vitest"
import { alikeIn, decideLesson, isLike, type Likeable, mostAlike } from "./likeness.ts"

const sought: Likeable = {
  ...{ type: "reseller", country: "DE", regions: ["DACH"], industries: ["Retail"], capabilities: ["Training"] },
}
const other = (more: Partial<Likeable>): Likeable => ({
  ...{ type: "isv", country: null, regions: [], industries: [], capabilities: [] },
  ...more,
})

test("two are alike by type, industry, place and capability; what is not known makes nobody alike", () => {
  expect(alikeIn(sought, other({ type: "reseller" }))).toEqual(["type"])
  expect(alikeIn(sought, other({ industries: [" retail "] }))).toEqual(["industry"])
  expect(alikeIn(sought, other({ country: "AT" }))).toEqual(["place"])
  expect(alikeIn(sought, other({ country: "JP", regions: ["dach"] }))).toEqual(["place"])
  expect(alikeIn(sought, other({ capabilities: ["TRAINING"] }))).toEqual(["capability"])
  expect(alikeIn(sought, other({ industries: [" "] }))).toEqual([])
  expect(alikeIn({ ...sought, industries: [" "] }, other({ industries: [""] }))).toEqual([])
  expect(alikeIn(other({}), other({ country: "AQ" }))).toEqual(["type"])
  expect(alikeIn(other({ type: "msp", country: "AQ" }), other({ country: "AQ" }))).toEqual([])
})

test("of another type it takes the same industry in the same place", () => {
  expect(isLike(["type"])).toBe(true)
  expect(isLike(["industry", "place"])).toBe(true)
  expect(isLike(["industry"])).toBe(false)
  expect(isLike(["place", "capability"])).toBe(false)
  expect(isLike([])).toBe(false)
})

test("the most alike come first, then what something was learnt of, then what ended last", () => {
  const ended = (name: string, more: Partial<Likeable>, endedOn: string | null, hasLesson = false) => ({
    ...other(more),
    ...{ name, endedOn, hasLesson },
  })
  const found = mostAlike(sought, [
    ended("stranger", {}, "2026-09-01", true),
    ended("type", { type: "reseller" }, "2026-01-01"),
    ended("type, day unknown", { type: "reseller" }, null),
    ended("type, later", { type: "reseller" }, "2026-02-01"),
    ended("type, learnt of", { type: "reseller" }, "2020-01-01", true),
    ended("type and capability", { type: "reseller", capabilities: ["training"] }, "2020-01-01"),
    ended("industry and place", { industries: ["Retail"], country: "CH" }, "2020-01-01"),
    ended("all", { ...sought }, "2019-01-01"),
  ])
  expect(found.map(({ name }) => name)).toEqual([
    ...["all", "type and capability", "type, learnt of", "type, later", "type", "industry and place"],
    "type, day unknown",
  ])
})

test("a lesson is written once a partnership has ended", () => {
  expect(decideLesson("ended")).toBe(true)
  expect(decideLesson("paused")).toMatchObject({ refusal: "not-ended" })
  expect(decideLesson("declined")).toMatchObject({ refusal: "not-ended" })
})
