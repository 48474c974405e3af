import { expect, test } from "vitest"
import { drawOwn } from "#bench/drift/portfolios"
import { weekFromNumber } from "#core/time"
import { assessPortfolio } from "#rules/drift"
import { assessAll } from "./assess.ts"

test("threads say what this thread says, in the order of the portfolio, and tell how far they are", async () => {
  const cases = drawOwn(5, 1).slice(0, 60)
  const subjects = cases.map(({ subject }) => subject)
  const asOf = weekFromNumber(Math.max(...cases.map(({ truth }) => truth.lastWeek)) + 1)
  const here = [...assessPortfolio(subjects, asOf)]
  const told: number[] = []
  expect(await assessAll(subjects, asOf, (done) => told.push(done), 2)).toEqual(here)
  expect(told.at(-1)).toBe(60)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(here.filter(({ drifting }) => drifting).length).toBeGreaterThan(10)
})
