import type { Key } from "./sources.ts"

/** Signals that move together at one point of the story; `chance` of each beyond the first. */
type Stage = Readonly<{ signals: readonly Key[]; chance: number; wait: readonly [number, number] }>

/** A cause as an order of stages, each some weeks after the one before, and what is usually written down about it. */
export type Cause = Readonly<{
  types: readonly string[]
  stages: readonly Stage[]
  tale?: Readonly<{ kinds: readonly string[]; side: "host" | "partner" | "both" }>
}>

const stage = (wait: readonly [number, number], chance: number, ...signals: readonly Key[]): Stage => ({
  signals,
  chance,
  wait,
})
const business: readonly Key[] = ["registrations", "leads_passed_by_partner", "pipeline_amount"]
const talk: readonly Key[] = ["two_way_contacts", "active_contacts"]
const sellers = ["reseller", "distributor", "msp", "integrator"]
const all = [...sellers, "isv", "referral", "co_marketing", "joint_solution", "strategic_alliance"]

export const causes: Readonly<Record<string, Cause>> = {
  host_service_failure: {
    types: sellers,
    stages: [
      stage([0, 0], 0.7, "host_answer_hours", "host_answers_in_time", "host_promises_kept", "claim_answer_hours"),
      stage([3, 10], 0.6, ...talk),
      stage([2, 10], 0.7, "registrations", "pipeline_amount"),
      stage([4, 12], 0.8, "revenue"),
    ],
    tale: { kinds: ["answer team cut", "support desk reorganised", "service outage"], side: "host" },
  },
  host_people_loss: {
    types: all,
    stages: [
      stage([0, 0], 0, "sponsor_vacant_days_host"),
      stage([1, 8], 0.7, "active_contacts", "two_way_contacts", "single_threadedness"),
      stage([2, 8], 0.5, "governance_meetings_held", "attendance_rank_host"),
      stage([2, 10], 0.5, "host_promises_kept", ...business),
    ],
    tale: { kinds: ["sponsor left", "partner manager left"], side: "host" },
  },
  partner_people_loss: {
    types: all,
    stages: [
      stage([0, 0], 0, "sponsor_vacant_days_partner"),
      stage([1, 8], 0.7, "active_contacts", "two_way_contacts", "single_threadedness"),
      stage([2, 8], 0.5, "governance_meetings_held", "attendance_rank_partner", "partner_reply_hours"),
      stage([2, 10], 0.5, "partner_promises_kept", ...business),
    ],
    tale: { kinds: ["sponsor left", "champion left", "reorganisation at the partner"], side: "partner" },
  },
  governance_lapse: {
    types: all,
    stages: [
      stage([0, 0], 0.6, "governance_meetings_held", "attendance_rank_host", "attendance_rank_partner"),
      stage([6, 16], 0.9, "host_promises_kept", "partner_promises_kept"),
      stage([4, 14], 0.3, "two_way_contacts"),
    ],
    tale: { kinds: ["steering committee paused", "review cancelled"], side: "both" },
  },
  capability_gap: {
    types: ["reseller", "msp", "integrator"],
    stages: [
      stage([0, 4], 0.8, "training_completions", "certified_people"),
      stage([6, 16], 0.6, "registrations", "pipeline_amount"),
      stage([5, 14], 0.8, "revenue"),
    ],
    tale: { kinds: ["certification lapsed", "certified engineers left", "new product release"], side: "partner" },
  },
  economics: {
    types: ["reseller", "distributor", "referral"],
    stages: [
      stage([0, 0], 0, "payout_days_late"),
      stage([1, 8], 0.7, "fund_use", "campaigns_run", "claim_answer_hours"),
      stage([2, 10], 0.7, "registrations", "leads_passed_by_partner"),
      stage([4, 12], 0.8, "revenue"),
    ],
    tale: { kinds: ["margin rule changed", "commission reduced", "payout terms changed"], side: "host" },
  },
  strategic_divergence: {
    types: ["reseller", "strategic_alliance", "joint_solution", "isv"],
    stages: [
      stage([0, 0], 0.9, "partner_reply_hours", "registrations", "leads_passed_by_partner"),
      stage([2, 8], 0.6, ...talk, "partner_promises_kept", "pipeline_amount"),
      stage([4, 12], 0.8, "revenue"),
    ],
    tale: { kinds: ["rival tie-up announced", "merger announced", "strategy change"], side: "partner" },
  },
  integration_rot: {
    types: ["isv", "integration", "joint_solution"],
    stages: [
      stage([0, 0], 0, "integration_error_rate"),
      stage([2, 10], 0.9, "integration_active_tenants"),
      stage([3, 12], 0.7, "portal_active_people", "two_way_contacts"),
    ],
    tale: { kinds: ["api version retired", "breaking api change"], side: "host" },
  },
  purpose_expired: {
    types: ["co_marketing", "joint_solution", "strategic_alliance"],
    stages: [
      stage([0, 3], 0.7, "campaigns_run", "leads_passed_by_host", "leads_passed_by_partner"),
      stage([2, 10], 0.7, "two_way_contacts", "pipeline_amount"),
      stage([3, 12], 0.6, "governance_meetings_held"),
    ],
    tale: { kinds: ["objectives met", "joint objective obsolete"], side: "both" },
  },
  trust: {
    types: ["strategic_alliance", "joint_solution", "integrator", "distributor"],
    stages: [
      stage([0, 3], 0.6, "perception_gap", "pulse_non_response"),
      stage([5, 15], 0.6, ...talk, "partner_reply_hours"),
      stage([4, 12], 0.6, "partner_promises_kept", ...business),
    ],
    tale: { kinds: ["channel conflict", "dispute escalated"], side: "both" },
  },
}

/** Every kind of tale, for events that have nothing to do with anything. */
export const tales = Object.values(causes).flatMap(({ tale }) =>
  tale ? tale.kinds.map((kind) => ({ kind, side: tale.side })) : [],
)
