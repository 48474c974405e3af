import fc from "fast-check"
import { expect, test } from "vitest"
import { type Stage, stages } from "#rules/partnerships"
import {
  type Cell,
  coverageStandings,
  decideTarget,
  gapsOf,
  inOrder,
  lackingOf,
  mostWords,
  shortOf,
  standingOfCandidate,
  standingOfPartnership,
  standingsOfCandidates,
} from "./coverage.ts"
import { candidateStages } from "./stages.ts"

const cells = fc.array(
  fc.record({
    place: fc.constantFrom("155", "030", null),
    entry: fc.constantFrom("retail", "health", null),
    wanted: fc.option(fc.nat({ max: 9 })),
    partner: fc.nat({ max: 9 }),
    coming: fc.nat({ max: 3 }),
    undecided: fc.nat({ max: 3 }),
  }),
)

test("a gap is what a target lacks in partners: those on their way fill none, and no target is no gap", () => {
  fc.assert(
    fc.property(cells, (all) => {
      const gaps = gapsOf(all)
      const expected = all.filter(({ wanted, partner }) => wanted !== null && partner < wanted)
      expect(gaps.length).toBe(expected.length)
      for (const { short, wanted, partner } of gaps) expect(short).toBe((wanted ?? 0) - partner)
      for (const [place, gap] of gaps.entries()) {
        const next = gaps[place + 1]
        if (!next) continue
        const order = (each: Cell & { short: number }) => [-each.short, each.coming, each.undecided]
        expect(compare(order(gap), order(next))).toBeLessThanOrEqual(0)
      }
    }),
  )
})

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, place) => value - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0

test("more partners than are wanted is no gap below 0", () => {
  expect(shortOf({ wanted: 2, partner: 5 })).toBe(0)
  expect(shortOf({ wanted: 2, partner: 0 })).toBe(2)
  expect(shortOf({ wanted: 0, partner: 0 })).toBe(0)
  expect(shortOf({ wanted: null, partner: 0 })).toBeNull()
})

test("every stage says what it makes of a company", () => {
  const of = (standing: string | null) => stages.filter((stage: Stage) => standingOfPartnership[stage] === standing)
  expect(of("partner")).toEqual(["onboarding", "active", "renewing"])
  expect(of("coming")).toEqual(["negotiating"])
  expect(of("undecided")).toEqual(["identified", "qualifying"])
  expect(of("paused")).toEqual(["paused"])
  expect(of(null)).toEqual(["ended", "declined"])
  expect(coverageStandings.indexOf("partner")).toBe(0)
  expect(candidateStages.filter((stage) => standingOfCandidate(stage) === "undecided")).toEqual([
    ...["sourced", "researching", "contacted", "assessing", "shortlisted", "on_hold"],
  ])
  expect(standingsOfCandidates.filter(([, standing]) => standing !== "undecided")).toEqual([
    ["approved", "coming"],
    ["declined", null],
  ])
})

test("parts of the world are read from west to east, words by how many companies bear them", () => {
  const words = [
    { key: "155", companies: 9 },
    { key: "021", companies: 1 },
  ]
  expect(inOrder("area", words).map(({ key }) => key)).toEqual(["021", "155"])
  expect(inOrder("region", words).map(({ key }) => key)).toEqual(["155", "021"])
  const even = [
    { key: "b", companies: 1 },
    { key: "a", companies: 1 },
  ]
  expect(inOrder("industry", even).map(({ key }) => key)).toEqual(["a", "b"])
})

test("what is not known of a company is named; a country that lies in no part of the world places nobody", () => {
  const whole = { country: "DE", regions: ["DACH"], industries: ["Retail"], capabilities: ["Training"] }
  expect(lackingOf(whole)).toEqual([])
  expect(lackingOf({ ...whole, country: "AQ" })).toEqual(["country"])
  expect(lackingOf({ country: null, regions: [], industries: [], capabilities: [] })).toEqual([
    ...["country", "regions", "industries", "capabilities"],
  ])
})

test("a target is set over what was read, for a place that there is, and for as many words as a map shows", () => {
  const fine = {
    ...{ places: "area" as const, place: "155", wanted: 3, was: null, stands: null },
    words: { places: mostWords, entries: mostWords },
  }
  expect(decideTarget(fine)).toBe(true)
  expect(decideTarget({ ...fine, stands: 2 })).toMatchObject({ refusal: "target-changed" })
  expect(decideTarget({ ...fine, was: 2, stands: 2 })).toBe(true)
  expect(decideTarget({ ...fine, place: "DACH" })).toMatchObject({ refusal: "place-not-known" })
  expect(decideTarget({ ...fine, places: "region", place: "DACH" })).toBe(true)
  for (const words of [
    { places: mostWords + 1, entries: 1 },
    { places: 1, entries: mostWords + 1 },
  ]) {
    expect(decideTarget({ ...fine, words })).toMatchObject({ refusal: "too-many-targets" })
    // Taking one away is always possible.
    expect(decideTarget({ ...fine, words, wanted: null })).toBe(true)
  }
})
