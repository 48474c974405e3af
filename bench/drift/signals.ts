import type { Chance } from "./chance.ts"

/** How a signal is born: its usual level, and its noise by kind. */
type Birth = Readonly<{ level: readonly [number, number]; size?: readonly [number, number] }>

const common = [
  "host_promises_kept",
  "partner_promises_kept",
  "governance_meetings_held",
  "sponsor_vacant_days_host",
  "sponsor_vacant_days_partner",
  "host_answer_hours",
  "partner_reply_hours",
  "two_way_contacts",
]

/** Which signals a partnership of a type has. */
export const signalsOf: Readonly<Record<string, readonly string[]>> = {
  reseller: [
    ...common,
    "registrations",
    "revenue",
    "training_completions",
    "certified_people",
    "campaigns_run",
    "claim_answer_hours",
  ],
  distributor: [...common, "registrations", "revenue", "sell_through", "campaigns_run", "fund_use"],
  msp: [...common, "registrations", "revenue", "training_completions", "certified_people"],
  referral: [...common, "leads_passed_by_partner", "revenue", "payout_days_late", "portal_active_people"],
  isv: [
    ...common,
    "integration_active_tenants",
    "integration_error_rate",
    "portal_active_people",
    "leads_passed_by_partner",
    "revenue",
  ],
  strategic_alliance: [
    ...common,
    "active_contacts",
    "leads_passed_by_partner",
    "pipeline_amount",
    "perception_gap",
    "pulse_non_response",
  ],
  co_marketing: [...common, "campaigns_run", "leads_passed_by_partner", "fund_use"],
}

/** Usual levels; `size` is the number of observations behind a proportion. */
export const births: Readonly<Record<string, Birth>> = {
  host_promises_kept: { level: [0.82, 0.96], size: [3, 9] },
  partner_promises_kept: { level: [0.78, 0.95], size: [3, 9] },
  governance_meetings_held: { level: [0.25, 0.5] },
  sponsor_vacant_days_host: { level: [0, 0] },
  sponsor_vacant_days_partner: { level: [0, 0] },
  host_answer_hours: { level: [8, 40] },
  partner_reply_hours: { level: [10, 50] },
  claim_answer_hours: { level: [20, 90] },
  payout_days_late: { level: [2, 6] },
  two_way_contacts: { level: [3, 12] },
  active_contacts: { level: [3, 9] },
  registrations: { level: [1.2, 7] },
  leads_passed_by_partner: { level: [1, 6] },
  training_completions: { level: [0.8, 3] },
  campaigns_run: { level: [0.4, 1.5] },
  portal_active_people: { level: [4, 20] },
  revenue: { level: [8_000, 60_000] },
  pipeline_amount: { level: [20_000, 150_000] },
  certified_people: { level: [6, 25] },
  integration_active_tenants: { level: [30, 300] },
  integration_error_rate: { level: [0.01, 0.04], size: [300, 2000] },
  sell_through: { level: [0.5, 0.8], size: [20, 60] },
  fund_use: { level: [0.5, 0.8], size: [8, 20] },
  perception_gap: { level: [0.8, 1.4] },
  pulse_non_response: { level: [0.1, 0.25], size: [6, 14] },
}

export const counts = new Set([
  "two_way_contacts",
  "active_contacts",
  "registrations",
  "leads_passed_by_partner",
  "training_completions",
  "campaigns_run",
  "portal_active_people",
])
export const amounts = new Set(["revenue", "pipeline_amount"])
export const stocks = new Set(["certified_people", "integration_active_tenants"])
export const hours = /hours|days_late/

/** Which signals rise and fall with the year. */
export const isSeasonal = (key: string): boolean => counts.has(key) || amounts.has(key)

/** The noise of one signal: over-dispersion, sluggishness, the observations behind a share. */
export type Noise = Readonly<{ burst: number; sluggish: number; size: number; unrest: number }>

export const noiseFor = (key: string, chance: Chance, sluggish: number): Noise => ({
  burst: chance.between(3, 20),
  sluggish,
  size: chance.whole(...(births[key]?.size ?? [1, 1])),
  unrest: chance.between(0.1, 0.25),
})

/** Days of an absence that is none, and how often there is one. */
export const absence = { chance: 0.015, days: 3 } as const
/** How often a meeting that is due is held. */
export const held = 0.93

/** Draws week after week what a source would have recorded at a given mean. Remembers: noise is sluggish. */
export const recorder = (key: string, usual: number, noise: Noise, chance: Chance) => {
  let mood = chance.normal()
  let stock: number | undefined
  let sinceMeeting = chance.whole(0, 3)
  const every = Math.round(1 / usual)
  const firstMeeting = Math.max(0, every - 1 - sinceMeeting)
  const record = (mean: number): number => {
    mood = noise.sluggish * mood + Math.sqrt(1 - noise.sluggish ** 2) * chance.normal()
    const moved = mean * Math.exp(noise.unrest * mood - noise.unrest ** 2 / 2)
    if (key.startsWith("sponsor_vacant"))
      return mean > 0 ? 7 : chance.happens(absence.chance) ? chance.whole(1, absence.days) : 0
    if (key === "governance_meetings_held") {
      sinceMeeting++
      if (sinceMeeting < every) return 0
      sinceMeeting = 0
      return chance.happens(held * (mean / usual)) ? 1 : 0
    }
    if (counts.has(key)) return chance.poisson((moved * chance.gamma(noise.burst)) / noise.burst)
    if (amounts.has(key)) {
      const deals = chance.poisson((moved / usual) * 4)
      let sum = 0
      for (let i = 0; i < deals; i++) sum += (usual / 4) * Math.exp(0.6 * chance.normal() - 0.18)
      return Math.round(sum)
    }
    if (stocks.has(key)) {
      stock ??= mean
      stock += 0.25 * (mean - stock) + 0.02 * usual * chance.normal()
      return Math.max(0, Math.round(stock))
    }
    if (hours.test(key)) return Math.round(10 * moved * Math.exp(0.3 * chance.normal())) / 10
    if (key === "perception_gap") return Math.round(100 * Math.max(0, mean + 0.15 * mood * usual)) / 100
    return chance.binomial(noise.size, Math.min(0.99, Math.max(0.005, mean * (1 + 0.05 * mood)))) / noise.size
  }
  return { record, isDue: (week: number) => week >= firstMeeting && (week - firstMeeting) % every === 0 }
}
