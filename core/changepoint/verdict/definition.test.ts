import fc from "fast-check"
import { expect, test } from "vitest"
import { strongestStep } from "#core/changepoint/cost/countScreen"
import { countCost } from "#core/changepoint/cost/counts"
import { rampLengths, rampStrides, rampWeights } from "#core/changepoint/cost/onsetShapes"
import { autocorrelations, longRunFactor } from "#core/stats/autocorrelation"
import { logGamma } from "#core/stats/logGamma"
import { logSumExp } from "#core/stats/logSumExp"
import { stabilise } from "#core/stats/stabilise"
import { countOnsetOf } from "./countOnset.ts"
import { onsetOf } from "./onset.ts"

/** The answers written out as their comments define them: every onset and shape, sums over the values, nothing left out or kept. */

type Direction = -1 | 1
type Cell = { r: number; start: number; isProven: boolean; logBayes: number }
const clip = (x: number) => Math.max(0, Math.min(1, x))
const seen = (values: Float64Array) => Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]))
const sumOver = (places: readonly number[], f: (i: number) => number) => places.reduce((sum, i) => sum + f(i), 0)

/** Squares explained by level and movement, residuals, for one onset and ramp length. */
const leastSquares = (values: Float64Array, start: number, d: number) => {
  const places = seen(values)
  const n = places.length
  const y = (i: number) => values[i] as number
  const s = (i: number) => clip((i - start + 1) / d)
  const [meanY, meanS] = [sumOver(places, y) / n, sumOver(places, s) / n]
  const sxx = sumOver(places, (i) => (s(i) - meanS) ** 2)
  const sxy = sumOver(places, (i) => (s(i) - meanS) * (y(i) - meanY))
  const explained = sxy ** 2 / sxx
  const squares = sumOver(places, (i) => (y(i) - meanY) ** 2)
  const residuals = values.map((value, i) => value - meanY - (sxy / sxx) * (s(i) - meanS))
  return { sxx, sxy, explained, squares, residuals }
}

const plainCells = (values: Float64Array, direction: Direction, floor: number) => {
  const places = seen(values)
  const n = places.length
  const fits = rampLengths.flatMap((d, r) =>
    Array.from(values.keys()).flatMap((start) => {
      const before = places.filter((i) => i < start).length
      if (start === 0 || (start - 1) % (rampStrides[r] as number) !== 0 || before < 6 || before === n) return []
      const fit = leastSquares(values, start, d)
      return fit.sxx > 1e-9 ? [{ r, start, isProven: n - before >= 4, ...fit }] : []
    }),
  )
  const told = fits.filter((fit) => fit.sxy * direction > 0)
  const squares = Math.max(
    fits[0]?.squares ?? 0,
    Math.max(0, ...told.map(({ explained }) => explained)) + n * floor ** 2,
  )
  const down = told.map((fit) => ({ ...fit, r2: fit.explained / squares }))
  const best = down.filter((fit) => fit.isProven).sort((a, b) => b.r2 - a.r2)[0]
  if (best === undefined) return undefined
  const longRun = longRunFactor(autocorrelations(best.residuals, 3, floor ** 2))
  const m = n / longRun
  const logBayesOf = (r2: number) => ((m - 2) / 2) * Math.log1p(m) - ((m - 1) / 2) * Math.log(1 + m * (1 - r2))
  const cells = down.map((fit): Cell => ({ ...fit, logBayes: logBayesOf(fit.r2) }))
  const prior = fits.reduce((sum, { r, isProven }) => sum + (isProven ? weightOf(r) : 0), 0)
  return { cells, prior, longRun, top: logBayesOf(best.r2) }
}

const weightOf = (r: number) => (rampWeights[r] as number) * (rampStrides[r] as number)

/** Log evidence of all proven cells together, and where they and all lie. */
const plainAverage = (cells: readonly Cell[], length: number, prior: number) => {
  const spread = (ones: readonly Cell[]) => {
    const masses = new Float64Array(length)
    const total = logSumExp(ones.map(({ r, logBayes }) => logBayes + Math.log(weightOf(r))))
    for (const { r, start, logBayes } of ones) {
      const [d, stride] = [rampLengths[r] as number, rampStrides[r] as number]
      const first = start - ((stride - 1) >> 1)
      const from = Math.max(0, first - (d < 26 ? 0 : Math.round(d / 5)))
      const to = Math.min(length, first + stride)
      for (let i = from; i < to; i++)
        masses[i] = (masses[i] as number) + (weightOf(r) * Math.exp(logBayes - total)) / (to - from)
    }
    return { total, masses }
  }
  const proven = cells.filter(({ isProven }) => isProven)
  return {
    logBayes: spread(proven).total - Math.log(prior),
    proven: spread(proven).masses,
    posterior: spread(cells).masses,
  }
}

const levels = { [-1]: [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8], 1: [1.25, 1.5, 2, 3, 5, 8] }

/** Poisson evidence of one onset and shape against none, its shares even within each of at most eight treads. */
const plainCount = (counts: Float64Array, start: number, d: number, direction: Direction, f: number) => {
  const places = seen(counts)
  const total = sumOver(places, (i) => counts[i] as number)
  const rate = (0.5 * places.length) / total
  const treads = Math.min(d, 8)
  const ends = Array.from({ length: treads + 1 }, (_, j) => Math.round((d * j) / treads))
  const evidence = (q: number) => {
    const log = (step: number) => Math.log(1 - (1 - q) * clip(step / d))
    const logOn = (step: number) => {
      const j = ends.findIndex((end) => step <= end)
      if (step <= 0 || j < 0) return log(step)
      const steps = Array.from(
        { length: (ends[j] as number) - (ends[j - 1] as number) },
        (_, k) => (ends[j] as number) - k,
      )
      return steps.reduce((sum, one) => sum + log(one), 0) / steps.length
    }
    const exposure = sumOver(places, (i) => 1 - (1 - q) * clip((i - start + 1) / d)) / f
    const logs = sumOver(places, (i) => (counts[i] as number) * logOn(i - start + 1)) / f
    return logs - (0.5 + total / f) * Math.log(rate + exposure)
  }
  const each = levels[direction].map((q) => evidence(q) - evidence(1))
  return logSumExp(each) - Math.log(each.length)
}

const series = fc
  .record({
    before: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 60 }),
    ramp: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }),
    after: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 40 }),
    missing: fc.array(fc.nat(119), { maxLength: 12 }),
  })
  .map(({ before, ramp, after, missing }) => {
    const values = Float64Array.from([...before, ...ramp, ...after])
    for (const i of missing) if (i < values.length) values[i] = Number.NaN
    return values
  })
const directions = fc.constantFrom<Direction>(-1, 1)

const expectClose = (found: ArrayLike<number>, written: ArrayLike<number>) => {
  for (let i = 0; i < written.length; i++) expect(found[i]).toBeCloseTo(written[i] as number, 8)
}

test("an onset of any series is the average written out", () => {
  fc.assert(
    fc.property(series, directions, (whole, direction) => {
      // Two equal means of whole numbers would leave the direction to the last digit.
      const values = whole.map((value, i) => value + Math.sin(i * i) / 3)
      const plain = seen(values).length < 10 ? undefined : plainCells(values, direction, 0.3)
      onsetOf(
        values.map((_, i) => i % 7),
        { direction, noiseFloor: 0.3 },
      ) // as long, nothing missing: what is kept from it must not show
      const found = onsetOf(values, { direction, noiseFloor: 0.3 })
      expect(found === undefined).toBe(plain === undefined)
      if (plain === undefined) return
      const written = plainAverage(plain.cells, values.length, plain.prior)
      expect(found?.logBayes).toBeCloseTo(written.logBayes + Math.log(2), 8)
      expectClose(found?.proven ?? [], written.proven)
      expectClose(found?.posterior ?? [], written.posterior)
    }),
    { numRuns: 150, seed: 5 },
  )
})

test("an onset of counts is the average written out, over the shapes that the normal fit keeps", () => {
  fc.assert(
    fc.property(series, directions, fc.double({ min: 1, max: 3, noNaN: true }), (counts, direction, dispersion) => {
      const { values, noiseFloor } = stabilise(counts, "count")
      const plain = seen(counts).length < 10 ? undefined : plainCells(values, direction, noiseFloor)
      const found = countOnsetOf(counts, values, dispersion, { direction, noiseFloor })
      expect(found === undefined).toBe(plain === undefined)
      if (plain === undefined) return
      const f = dispersion * plain.longRun
      const kept = plain.cells
        .filter(({ logBayes }) => logBayes >= plain.top - 9)
        .map((cell) => ({
          ...cell,
          logBayes: plainCount(counts, cell.start, rampLengths[cell.r] as number, direction, f),
        }))
      const written = plainAverage(kept, counts.length, plain.prior)
      expect(found?.logBayes).toBeCloseTo(written.logBayes, 8)
      expectClose(found?.proven ?? [], written.proven)
      expectClose(found?.posterior ?? [], written.posterior)
    }),
    { numRuns: 150, seed: 5 },
  )
})

test("the best single step of counts is the best of all", () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0.2, max: 5, noNaN: true }), (values, dispersion) => {
      const places = seen(values)
      const part = (of: readonly number[]) => {
        const sum = sumOver(of, (i) => values[i] as number)
        return sum > 0 ? sum * Math.log(sum / of.length) : 0
      }
      const steps = places.map((_, k) => part(places.slice(0, k)) + part(places.slice(k)) - part(places))
      const allowed = steps.filter((_, k) => k >= 6 && places.length - k >= 4)
      const best = Math.max(0, ...allowed) / dispersion
      expect(strongestStep(values, dispersion, 6, 4)).toBeCloseTo(best, 9)
      const stopped = strongestStep(values, dispersion, 6, 4, 2)
      expect(stopped > 2).toBe(best > 2)
      if (best <= 2) expect(stopped).toBeCloseTo(best, 9)
    }),
  )
})

test("a stretch of counts costs what its formula says", () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0.2, max: 5, noNaN: true }), (values, f) => {
      const places = seen(values)
      const rate =
        (0.5 * places.length) /
        Math.max(
          1,
          sumOver(places, (i) => values[i] as number),
        )
      const cost = countCost(values, f)
      countCost(
        values.map((value) => value + 1),
        f / 2,
      ) // a cost of one's own is not touched by another
      const row = new Float64Array(values.length + 1)
      for (const end of [1, values.length >> 1, values.length]) {
        cost.logEvidences(end - 1, 1, end, row)
        for (let start = 0; start < end; start++) {
          const inside = places.filter((i) => i >= start && i < end)
          const s = sumOver(inside, (i) => values[i] as number) / f
          const own = 0.5 * Math.log(rate) - logGamma(0.5) + logGamma(0.5 + s)
          const written = own - (0.5 + s) * Math.log(rate + inside.length / f)
          expect(cost.logEvidence(start, end)).toBeCloseTo(written, 8)
          expect(row[start]).toBeCloseTo(written, 8)
        }
      }
    }),
  )
})
