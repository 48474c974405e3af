/**
 * What may be counted of a partnership: how its weeks come about, and the level it usually has. `beats` are rare events on a rhythm,
 * `trials` the yes of so many, `waits` hours until something happens, `sales` sums of uneven sizes, `gauge` what is read off a scale,
 * `empty` a chair that is taken or not.
 */
export type Source = Readonly<{
  from: "arrivals" | "beats" | "trials" | "waits" | "sales" | "gauge" | "empty"
  low: number
  high: number
  trials?: number
  most?: number
}>

export const sources = {
  two_way_contacts: { from: "arrivals", low: 4, high: 14 },
  active_contacts: { from: "arrivals", low: 4, high: 9 },
  registrations: { from: "arrivals", low: 1.2, high: 6 },
  leads_passed_by_partner: { from: "arrivals", low: 1, high: 5 },
  campaigns_run: { from: "arrivals", low: 0.5, high: 2 },
  training_completions: { from: "arrivals", low: 0.8, high: 4 },
  portal_active_people: { from: "arrivals", low: 6, high: 20 },
  integration_active_tenants: { from: "arrivals", low: 15, high: 60 },
  governance_meetings_held: { from: "beats", low: 0.22, high: 0.5 },
  host_promises_kept: { from: "trials", low: 0.82, high: 0.95, trials: 5 },
  partner_promises_kept: { from: "trials", low: 0.82, high: 0.95, trials: 5 },
  host_answers_in_time: { from: "trials", low: 0.8, high: 0.93, trials: 10 },
  fund_use: { from: "trials", low: 0.5, high: 0.75, trials: 8 },
  integration_error_rate: { from: "trials", low: 0.02, high: 0.05, trials: 900, most: 0.6 },
  pulse_non_response: { from: "trials", low: 0.12, high: 0.3, trials: 8, most: 0.9 },
  host_answer_hours: { from: "waits", low: 8, high: 40, trials: 8 },
  partner_reply_hours: { from: "waits", low: 8, high: 48, trials: 6 },
  claim_answer_hours: { from: "waits", low: 30, high: 90, trials: 4 },
  payout_days_late: { from: "waits", low: 1, high: 4, trials: 3 },
  revenue: { from: "sales", low: 8_000, high: 60_000 },
  pipeline_amount: { from: "sales", low: 20_000, high: 150_000 },
  perception_gap: { from: "gauge", low: 0.6, high: 1.1, most: 4 },
  certified_people: { from: "gauge", low: 8, high: 25 },
  sponsor_vacant_days_host: { from: "empty", low: 0, high: 0 },
  sponsor_vacant_days_partner: { from: "empty", low: 0, high: 0 },
} as const satisfies Readonly<Record<string, Source>>

export type Key = keyof typeof sources

/** What everyone records, whatever else. */
const usual: readonly Key[] = ["two_way_contacts", "partner_promises_kept", "host_promises_kept"]
const selling: readonly Key[] = ["registrations", "revenue", "campaigns_run", "fund_use", "claim_answer_hours"]

/** What partnerships of a type record, the first ones nearly always. */
export const recorded: Readonly<Record<string, readonly Key[]>> = {
  reseller: [...usual, ...selling, "payout_days_late", "training_completions", "certified_people", "host_answer_hours"],
  distributor: [...usual, ...selling, "payout_days_late", "governance_meetings_held", "host_answers_in_time"],
  msp: [...usual, "registrations", "revenue", "training_completions", "certified_people", "portal_active_people"],
  referral: [...usual, "leads_passed_by_partner", "revenue", "campaigns_run", "payout_days_late", "claim_answer_hours"],
  isv: [...usual, "integration_active_tenants", "integration_error_rate", "portal_active_people", "revenue"],
  integration: [...usual, "integration_active_tenants", "integration_error_rate", "portal_active_people"],
  strategic_alliance: [
    ...usual,
    "governance_meetings_held",
    "pipeline_amount",
    "perception_gap",
    "partner_reply_hours",
  ],
  co_marketing: [...usual, "campaigns_run", "leads_passed_by_partner", "governance_meetings_held", "fund_use"],
}
