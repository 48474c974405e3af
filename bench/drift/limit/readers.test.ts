import { expect, test } from "vitest"
import { drawHeldOut } from "#bench/drift/heldOut/portfolio"
import { drawOwn } from "#bench/drift/portfolios"
import { drawThird } from "#bench/drift/third/portfolio"
import type { Case } from "#bench/drift/truth"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Told } from "./told.ts"

/** By how much a mean is moved: enough to tell, not so much that a ratio is nearly always 0 and seldom huge. */
const moved = (key: string): number => {
  const { kind } = findSignal(key) as SignalDefinition
  if (/certified|tenants/.test(key)) return 0.02
  return kind === "proportion" || kind === "level" ? 0.06 : 0.2
}

/**
 * Likelihood ratios of four weeks all along the record of a signal that does not fall, lower and higher means half and half: what one week
 * says for the one it says against the other, so that the spread counts as much as the mean.
 */
const ratiosOf = ({ key, weeks, reader }: Told): readonly number[] => {
  const usual = reader.start()
  const ratioAt = (week: number, times: number): number => {
    const [moving, calm] = [usual.slice(), usual.slice()]
    let log = 0
    for (let i = week; i < week + 4; i++) log += reader.read(moving, i, times) - reader.read(calm, i, 1)
    return Math.exp(log)
  }
  const ratios: number[] = []
  for (let week = 0; week < weeks; week++) {
    if (week % 4 === 3 && week < weeks - 4)
      ratios.push((ratioAt(week, 1 - moved(key)) + ratioAt(week, 1 + moved(key))) / 2)
    reader.read(usual, week, 1)
  }
  return ratios
}

test.each([
  ["own worlds", () => [1, 2, 3, 4].flatMap((i) => drawOwn(5, i))],
  ["held-out worlds", () => [1, 2, 3, 4, 5].flatMap((i) => drawHeldOut(5, i))],
  ["third generator", () => drawThird(5, 0, 150)],
] as const)(
  "what is said of values of the %s is what they are drawn from: a likelihood ratio is 1 on average while nothing falls",
  (_, draw) => {
    const calm = (draw() as readonly Case[]).filter(
      ({ truth }) => truth.fate !== "drift" && truth.fate !== "never-well",
    )
    const told = calm.flatMap((one) => one.told).filter(({ key }) => !key.startsWith("sponsor_vacant"))
    const byKey = Map.groupBy(told, ({ key }) => key)
    const off = [...byKey].flatMap(([key, some]) => {
      const ratios = some.flatMap(ratiosOf)
      const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length
      const error = Math.sqrt(ratios.reduce((sum, one) => sum + (one - mean) ** 2, 0)) / ratios.length
      return Math.abs(mean - 1) > 4 * error ? [`${key}: ${mean.toFixed(4)} +- ${error.toFixed(4)}`] : []
    })
    expect(byKey.size).toBeGreaterThan(15)
    expect(off).toEqual([])
  },
)

test("an empty chair is certain in the first week", () => {
  const lost = drawOwn(5, 0).find(({ truth }) => truth.cause === "host_people_loss") as Case
  const chair = lost.told.find(({ key }) => key === "sponsor_vacant_days_host") as Told
  const at = (lost.truth.onset as number) - chair.firstWeek
  const read = (i: number, times: number) => chair.reader.read(chair.reader.start(), i, times)
  expect(read(at, chair.times(0)) - read(at, 1)).toBeGreaterThan(100)
  expect(read(at - 1, chair.times(0)) - read(at - 1, 1)).toBeLessThan(-100)
})
