import type { Key } from "./sources.ts"

/** Someone's note about it. `onNotice`: an act that was announced and agreed. */
type Note = Readonly<{ kind: string; side: "host" | "partner" | "both"; onNotice?: boolean }>

/**
 * How a cause shows: `strong` is what it moves first and most, and what many never record; then one after another in waves, all
 * of them middling. `side`: whose act it is.
 */
export type Tale = Readonly<{
  types: readonly string[]
  side: "host" | "partner" | "both"
  strong: readonly Key[]
  /** Share of partnerships that record the strong signals. */
  seen: number
  waves: readonly (readonly Key[])[]
  note: Note
}>

const host = (kind: string, onNotice = false): Note => ({ kind, side: "host", onNotice })
const partner = (kind: string): Note => ({ kind, side: "partner" })
const both = (kind: string): Note => ({ kind, side: "both" })

export const tales: Readonly<Record<string, Tale>> = {
  economics: {
    types: ["reseller", "distributor", "referral"],
    side: "host",
    strong: ["payout_days_late"],
    seen: 0.5,
    waves: [
      ["claim_answer_hours", "campaigns_run", "fund_use"],
      ["registrations", "leads_passed_by_partner"],
      ["revenue", "two_way_contacts"],
    ],
    note: host("margin rule changed"),
  },
  trust: {
    types: ["strategic_alliance", "distributor", "co_marketing"],
    side: "both",
    strong: ["perception_gap", "pulse_non_response"],
    seen: 0.7,
    waves: [
      ["two_way_contacts", "partner_reply_hours"],
      ["partner_promises_kept", "governance_meetings_held"],
      ["pipeline_amount", "revenue", "campaigns_run"],
    ],
    note: both("dispute escalated"),
  },
  governance_lapse: {
    types: ["strategic_alliance", "co_marketing", "distributor"],
    side: "both",
    strong: ["governance_meetings_held"],
    seen: 0.85,
    waves: [
      ["host_promises_kept", "partner_promises_kept"],
      ["two_way_contacts", "campaigns_run"],
      ["revenue", "pipeline_amount", "registrations"],
    ],
    note: both("steering committee paused"),
  },
  capability_gap: {
    types: ["reseller", "msp"],
    side: "partner",
    strong: ["certified_people"],
    seen: 0.6,
    waves: [["training_completions"], ["partner_promises_kept", "registrations"], ["revenue", "portal_active_people"]],
    note: partner("certified engineers left"),
  },
  integration_rot: {
    types: ["isv", "integration"],
    side: "partner",
    strong: ["integration_error_rate"],
    seen: 0.85,
    waves: [["integration_active_tenants"], ["portal_active_people"], ["two_way_contacts", "revenue"]],
    note: host("api version retired", true),
  },
  host_service_failure: {
    types: ["reseller", "distributor"],
    side: "host",
    strong: ["host_answer_hours", "host_answers_in_time"],
    seen: 0.8,
    waves: [
      ["host_promises_kept", "claim_answer_hours"],
      ["two_way_contacts"],
      ["registrations", "campaigns_run"],
      ["revenue"],
    ],
    note: host("support desk reorganised"),
  },
  host_people_loss: {
    types: ["reseller", "strategic_alliance", "referral", "co_marketing"],
    side: "host",
    strong: ["sponsor_vacant_days_host"],
    seen: 0.7,
    waves: [["two_way_contacts"], ["host_promises_kept", "governance_meetings_held"], ["revenue", "pipeline_amount"]],
    note: host("executive sponsor left"),
  },
  partner_people_loss: {
    types: ["msp", "isv", "strategic_alliance"],
    side: "partner",
    strong: ["sponsor_vacant_days_partner"],
    seen: 0.7,
    waves: [["two_way_contacts"], ["partner_promises_kept", "partner_reply_hours"], ["registrations", "revenue"]],
    note: partner("champion left"),
  },
  strategic_divergence: {
    types: ["strategic_alliance", "isv", "reseller"],
    side: "partner",
    strong: ["partner_reply_hours"],
    seen: 0.7,
    waves: [["registrations", "pipeline_amount"], ["two_way_contacts", "partner_promises_kept"], ["revenue"]],
    note: partner("rival tie-up announced"),
  },
  purpose_expired: {
    types: ["co_marketing", "strategic_alliance"],
    side: "both",
    strong: [],
    seen: 1,
    waves: [
      ["campaigns_run", "leads_passed_by_partner"],
      ["two_way_contacts", "pipeline_amount"],
      ["governance_meetings_held", "fund_use"],
    ],
    note: both("joint objectives met"),
  },
}
