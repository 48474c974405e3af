import { seededRandom } from "#core/stats/seededRandom"
import { weekNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import type { Packed } from "./rules.ts"

/** The day as of which packed stories are judged. */
export const judgedOn = "2026-11-23"

const weeks = 130
const firstWeek = weekNumber(judgedOn) - weeks
const keys = [
  ...["host_answer_hours", "host_promises_kept", "two_way_contacts", "registrations", "revenue"],
  ...["governance_meetings_held", "training_completions"],
]

/** A partnership in which some of the signals let go one after the other from a week on, at a step or little by little; one in three stands. */
export const tellPacked = (seed: number): Packed => {
  const random = seededRandom(seed)
  const start = 40 + Math.floor(random.uniform() * 80)
  const ramp = 1 + Math.floor(random.uniform() * 20)
  const left = random.uniform() * 0.7
  const series = keys.map((key): Series => {
    const { kind, side, worse } = findSignal(key) as SignalDefinition
    const from = seed % 3 > 0 && random.uniform() < 0.6 ? start + Math.floor(random.uniform() * 12) : weeks
    const level = 1 + 6 * random.uniform()
    const values = Float32Array.from({ length: weeks }, (_, week) => {
      const moved = Math.min(1, Math.max(0, (week - from + 1) / ramp))
      const share = 1 - (1 - left) * moved
      const mean = worse === "lower" ? share : 1 / Math.max(share, 0.2)
      if (random.uniform() < 0.03) return Number.NaN
      if (kind === "count") return random.poisson(level * mean)
      if (kind === "proportion") return Math.min(1, random.poisson(9 * mean) / 10)
      return 100 * level * mean * Math.exp(0.3 * random.normal())
    })
    const actual = new Uint8Array(values.buffer)
    return { partnershipId: String(seed), signal: key, partyId: null, side, firstWeek, actual, expected: null, n: null }
  })
  return { partnership: String(seed), type: "reseller", series, events: [], fromWeek: undefined }
}
