import { expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { addDays, weekNumber } from "#core/time"
import { decideCase, type KnownCase } from "./cases.ts"
import { judgedOn } from "./packedForTests.ts"
import { threshold } from "./rules/assess.ts"
import { judge, type Packed } from "./rules.ts"

const weeks = 130
const days = Array.from({ length: 60 }, (_, week) => addDays(judgedOn, 7 * (week - 59)))

/** Registrations that fall by a third, late: the evidence stays near the threshold for months. */
const tellFaintly = (seed: number): Packed => {
  const random = seededRandom(seed)
  const values = Float32Array.from({ length: weeks }, (_, week) => random.poisson(week < 74 ? 6 : 4))
  const actual = new Uint8Array(values.buffer)
  const firstWeek = weekNumber(judgedOn) - weeks
  const series = {
    partnershipId: "p",
    signal: "registrations",
    partyId: "them",
    side: "partner" as const,
    firstWeek,
    actual,
  }
  return {
    partnership: "p",
    type: "reseller",
    series: [{ ...series, expected: null, n: null }],
    events: [],
    fromWeek: undefined,
  }
}

/** Lives through the weeks of a story as the scans do: how often a case opened, and how often it would have without two levels. */
const lived = (seed: number) => {
  const story = tellFaintly(seed)
  let open: KnownCase | undefined
  let seenOn: string | undefined
  let opened = 0
  let crossed = 0
  let was = false
  for (const asOf of days) {
    const finding = judge({ ...story, seenOn }, { asOf, market: [] })
    const isAbove = finding.probability >= threshold
    if (isAbove && !was) crossed++
    was = isAbove
    const move = decideCase(finding, open, undefined)
    if (move === "open") {
      opened++
      const onset = finding.onset ?? { low: asOf, high: asOf }
      open = {
        state: "open",
        onsetLow: onset.low,
        onsetHigh: onset.high,
        firstSide: "host",
        cause: null,
        closedOn: null,
      }
      seenOn = finding.detectedOn ?? asOf
    }
    if (move === "recover") open = seenOn = undefined
  }
  return { opened, crossed }
}

test("a case that is open stays open while the evidence dips, so that few open twice", () => {
  const all = Array.from({ length: 24 }, (_, seed) => lived(seed + 1))
  const again = (counts: readonly number[]) => counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0)
  expect(all.filter(({ opened }) => opened > 0).length).toBeGreaterThan(8)
  const crossings = again(all.map(({ crossed }) => crossed))
  expect(crossings).toBeGreaterThan(12)
  expect(again(all.map(({ opened }) => opened))).toBeLessThan(crossings / 2)
})
