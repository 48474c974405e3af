/** What the numbers of a source are like. */
type Nature = "count" | "meetings" | "share" | "hours" | "amount" | "vacancy" | "stock" | "mark"

/**
 * How a signal behaves while all is well: its nature, usual level, observations behind a week (shares and hours), whether
 * it goes with the year's business.
 */
export type Source = Readonly<{
  nature: Nature
  usual: readonly [number, number]
  behind?: readonly [number, number]
  isBusiness?: boolean
  /** The most it can be. */
  most?: number
}>

const count = (low: number, high: number, isBusiness = true): Source => ({
  nature: "count",
  usual: [low, high],
  isBusiness,
})
const share = (low: number, high: number, from: number, to: number): Source => ({
  nature: "share",
  usual: [low, high],
  behind: [from, to],
})
const hours = (low: number, high: number, from: number, to: number): Source => ({
  nature: "hours",
  usual: [low, high],
  behind: [from, to],
})
const amount = (low: number, high: number): Source => ({ nature: "amount", usual: [low, high], isBusiness: true })

export const sources = {
  host_promises_kept: share(0.8, 0.97, 2, 8),
  partner_promises_kept: share(0.75, 0.96, 2, 8),
  governance_meetings_held: { nature: "meetings", usual: [0.2, 0.5] },
  attendance_rank_host: share(0.7, 0.95, 3, 8),
  attendance_rank_partner: share(0.7, 0.95, 3, 8),
  sponsor_vacant_days_host: { nature: "vacancy", usual: [0, 0] },
  sponsor_vacant_days_partner: { nature: "vacancy", usual: [0, 0] },
  host_answer_hours: hours(6, 60, 3, 15),
  partner_reply_hours: hours(8, 70, 3, 12),
  host_answers_in_time: share(0.75, 0.95, 4, 20),
  payout_days_late: hours(1, 5, 1, 5),
  claim_answer_hours: hours(24, 110, 1, 6),
  conflicts_decided_against_partner: count(0.1, 0.5, false),
  two_way_contacts: count(2, 18),
  active_contacts: count(3, 12),
  single_threadedness: { nature: "mark", usual: [0.25, 0.5], most: 1 },
  registrations: count(1, 9),
  leads_passed_by_host: count(0.8, 6),
  leads_passed_by_partner: count(0.8, 6),
  pipeline_amount: amount(15_000, 200_000),
  revenue: amount(5_000, 90_000),
  close_date_moves: count(0.5, 2, false),
  training_completions: count(0.6, 4),
  certified_people: { nature: "stock", usual: [6, 40] },
  campaigns_run: count(0.3, 1.5),
  fund_use: share(0.4, 0.8, 5, 20),
  portal_active_people: count(4, 30),
  integration_active_tenants: { nature: "stock", usual: [20, 400] },
  integration_error_rate: share(0.01, 0.05, 200, 3000),
  sell_through: share(0.45, 0.8, 15, 60),
  perception_gap: { nature: "mark", usual: [0.6, 1.2] },
  pulse_non_response: share(0.1, 0.3, 5, 15),
} as const satisfies Readonly<Record<string, Source>>

export type Key = keyof typeof sources

const everywhere: readonly Key[] = [
  "host_promises_kept",
  "partner_promises_kept",
  "governance_meetings_held",
  "attendance_rank_host",
  "attendance_rank_partner",
  "sponsor_vacant_days_host",
  "sponsor_vacant_days_partner",
  "host_answer_hours",
  "partner_reply_hours",
  "two_way_contacts",
  "active_contacts",
  "single_threadedness",
  "perception_gap",
  "pulse_non_response",
]
const selling: readonly Key[] = [
  "registrations",
  "revenue",
  "pipeline_amount",
  "close_date_moves",
  "host_answers_in_time",
  "claim_answer_hours",
  "payout_days_late",
  "conflicts_decided_against_partner",
]
const skilled: readonly Key[] = ["training_completions", "certified_people"]
const leads: readonly Key[] = ["leads_passed_by_host", "leads_passed_by_partner"]
const product: readonly Key[] = ["integration_active_tenants", "integration_error_rate", "portal_active_people"]

/** What a partnership of a type may have beside what everyone has. */
export const signalsByType: Readonly<Record<string, readonly Key[]>> = {
  reseller: [...everywhere, ...selling, ...skilled, "campaigns_run", "fund_use", "portal_active_people"],
  distributor: [...everywhere, ...selling, "sell_through", "campaigns_run", "fund_use"],
  msp: [...everywhere, ...selling, ...skilled, "portal_active_people"],
  integrator: [...everywhere, ...selling, ...skilled, ...leads],
  isv: [...everywhere, ...product, ...leads, "revenue"],
  integration: [...everywhere, ...product, "leads_passed_by_partner"],
  referral: [...everywhere, ...leads, "revenue", "payout_days_late", "portal_active_people"],
  co_marketing: [...everywhere, ...leads, "campaigns_run", "fund_use"],
  joint_solution: [...everywhere, ...product, ...leads, "pipeline_amount", "campaigns_run"],
  strategic_alliance: [...everywhere, ...leads, "pipeline_amount", "revenue", "campaigns_run"],
}
