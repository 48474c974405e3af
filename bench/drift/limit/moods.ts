import type { Reader } from "./told.ts"

/** Points at which a mood is looked at, in standard deviations. */
const points = Float64Array.from({ length: 25 }, (_, j) => (j - 12) * 0.3)
const size = points.length

const normalised = (weights: Float64Array): Float64Array => {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}
const usual = normalised(points.map((z) => Math.exp((-z * z) / 2)))

/** Chances to come from one point to another in a week, by autocorrelation; the points one comes to side by side. */
const moves = new Map<number, Float64Array>()
const movesFor = (rho: number): Float64Array => {
  const known = moves.get(rho)
  if (known) return known
  const all = new Float64Array(size * size)
  points.forEach((from, i) => {
    const row = normalised(points.map((to) => Math.exp(-((to - rho * from) ** 2) / (2 * (1 - rho * rho)))))
    for (let j = 0; j < size; j++) all[j * size + i] = row[j] as number
  })
  moves.set(rho, all)
  return all
}

/** A source whose mean swings with a mood that is not seen: `log` of week i's value at a mean of that many times the usual, undefined without a value. */
export type Moody = Readonly<{
  rho: number
  swing: (mood: number) => number
  log: (i: number, times: number) => number | undefined
}>

/** Exact but for the grid: the forward filter of a hidden Markov chain (Baum 1970). */
export const moodReader = ({ rho, swing, log }: Moody): Reader => {
  const swings = points.map(swing)
  const chances = rho === 0 ? undefined : movesFor(rho)
  const ahead = new Float64Array(size)
  let week = -1
  const known = new Map<number, readonly [peak: number, likelihoods: Float64Array] | undefined>()
  /** How likely the value is at each mood; many ask for the same week. */
  const likelihoodsAt = (i: number, times: number) => {
    if (i !== week) {
      week = i
      known.clear()
    }
    if (known.has(times)) return known.get(times)
    const logs = new Float64Array(size)
    let peak = Number.NEGATIVE_INFINITY
    for (let j = 0; j < size; j++) {
      const one = log(i, times * (swings[j] as number))
      if (one === undefined) break
      logs[j] = one
      peak = Math.max(peak, one)
    }
    const found =
      peak === Number.NEGATIVE_INFINITY ? undefined : ([peak, logs.map((one) => Math.exp(one - peak))] as const)
    known.set(times, found)
    return found
  }
  return {
    start: () => usual.slice(),
    read: (state, i, times) => {
      if (chances === undefined) ahead.set(usual)
      else
        for (let j = 0, at = 0; j < size; j++) {
          let sum = 0
          for (let k = 0; k < size; k++) sum += (chances[at++] as number) * (state[k] as number)
          ahead[j] = sum
        }
      const found = likelihoodsAt(i, times)
      if (found === undefined) {
        state.set(ahead)
        return 0
      }
      const [peak, likelihoods] = found
      let total = 0
      for (let j = 0; j < size; j++) {
        const one = (ahead[j] as number) * (likelihoods[j] as number)
        state[j] = one
        total += one
      }
      for (let j = 0; j < size; j++) state[j] = (state[j] as number) / total
      return peak + Math.log(total)
    },
  }
}
