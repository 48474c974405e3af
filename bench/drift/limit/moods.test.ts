import { expect, test } from "vitest"
import { moodReader } from "./moods.ts"

test.each([0, 0.3, 0.6])(
  "a mood of autocorrelation %d that is seen through normal noise is filtered as Kalman does",
  (rho) => {
    const seen = [0.4, 1.1, Number.NaN, 0.9, -1.3, -2]
    const noise = 0.7
    const reader = moodReader({
      rho,
      swing: (mood) => mood,
      log: (i, mood) => (Number.isNaN(seen[i]) ? undefined : -(((seen[i] as number) - mood) ** 2) / (2 * noise ** 2)),
    })
    const state = reader.start()
    let [mean, variance] = [0, 1]
    for (const [i, value] of seen.entries()) {
      ;[mean, variance] = [rho * mean, rho ** 2 * variance + 1 - rho ** 2]
      const log = reader.read(state, i, 1)
      if (Number.isNaN(value)) {
        expect(log).toBe(0)
        continue
      }
      const total = variance + noise ** 2
      expect(log).toBeCloseTo(-((value - mean) ** 2) / (2 * total) + Math.log(noise / Math.sqrt(total)), 3)
      const gain = variance / total
      ;[mean, variance] = [mean + gain * (value - mean), (1 - gain) * variance]
    }
  },
)
