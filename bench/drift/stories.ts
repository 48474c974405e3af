/** What a cause does to one signal: any of `signals` that the partnership has, some weeks after the onset, by a share of its level. */
export type Effect = Readonly<{
  signals: readonly string[]
  /** Weeks after the onset. */
  lag: readonly [number, number]
  /** Share of the level lost (worse is lower), or factor gained (worse is higher). */
  by: readonly [number, number]
  chance: number
}>

/** How a drift of one cause unfolds, in whose hands it begins, and what may be on record about it. */
export type Story = Readonly<{
  side: "host" | "partner" | "both" | "undetermined"
  types: readonly string[]
  effects: readonly Effect[]
  event?: Readonly<{
    kinds: readonly string[]
    side: "host" | "partner" | "both"
    chance: number
    weeks: readonly [number, number]
  }>
}>

const demand = ["registrations", "leads_passed_by_partner", "pipeline_amount"]
const sellers = ["reseller", "distributor", "msp", "referral"]
const everyone = ["reseller", "distributor", "msp", "referral", "isv", "strategic_alliance", "co_marketing"]
const effect = (
  signals: readonly string[],
  lag: readonly [number, number],
  by: readonly [number, number],
  chance = 1,
): Effect => ({ signals, lag, by, chance })

export const stories: Readonly<Record<string, Story>> = {
  host_service_failure: {
    side: "host",
    types: sellers,
    effects: [
      effect(["host_answer_hours"], [0, 0], [1.8, 4]),
      effect(["host_promises_kept"], [0, 6], [0.3, 0.6], 0.75),
      effect(["claim_answer_hours", "payout_days_late"], [0, 5], [1.7, 3], 0.6),
      effect(["two_way_contacts"], [4, 12], [0.35, 0.7], 0.6),
      effect(demand, [6, 16], [0.4, 0.85]),
      effect(["revenue"], [12, 26], [0.35, 0.7], 0.8),
    ],
    event: { kinds: ["support team reduced", "ticket system migration"], side: "host", chance: 0.45, weeks: [-6, 0] },
  },
  host_people_loss: {
    side: "host",
    types: everyone,
    effects: [
      effect(["sponsor_vacant_days_host"], [0, 0], [1, 1]),
      effect(["two_way_contacts", "active_contacts"], [1, 8], [0.4, 0.75], 0.9),
      effect(["governance_meetings_held"], [3, 12], [0.5, 0.95], 0.8),
      effect(["host_promises_kept"], [4, 16], [0.25, 0.55], 0.7),
      effect(demand, [8, 20], [0.3, 0.7], 0.6),
    ],
    event: { kinds: ["executive sponsor left", "partner manager resigned"], side: "host", chance: 0.6, weeks: [-3, 1] },
  },
  partner_people_loss: {
    side: "partner",
    types: everyone,
    effects: [
      effect(["sponsor_vacant_days_partner"], [0, 0], [1, 1]),
      effect(["two_way_contacts", "active_contacts"], [1, 7], [0.4, 0.8], 0.9),
      effect(["partner_reply_hours"], [1, 8], [1.6, 3.5], 0.6),
      effect(["governance_meetings_held"], [3, 12], [0.5, 0.95], 0.7),
      effect(demand, [6, 18], [0.4, 0.8], 0.8),
    ],
    event: {
      kinds: ["champion left", "their alliance manager departed"],
      side: "partner",
      chance: 0.5,
      weeks: [-3, 1],
    },
  },
  governance_lapse: {
    side: "both",
    types: everyone,
    effects: [
      effect(["governance_meetings_held"], [0, 0], [0.7, 1]),
      effect(["host_promises_kept"], [10, 26], [0.25, 0.5], 0.8),
      effect(["partner_promises_kept"], [10, 26], [0.25, 0.5], 0.8),
      effect(["two_way_contacts"], [14, 30], [0.3, 0.5], 0.4),
    ],
  },
  capability_gap: {
    side: "partner",
    types: ["reseller", "msp"],
    effects: [
      effect(["training_completions"], [0, 0], [0.6, 1]),
      effect(["certified_people"], [2, 10], [0.3, 0.6], 0.9),
      effect(["registrations"], [8, 22], [0.4, 0.8]),
      effect(["revenue"], [16, 30], [0.4, 0.7], 0.8),
    ],
    event: {
      kinds: ["product release 5 launched", "certification expired"],
      side: "partner",
      chance: 0.35,
      weeks: [-10, 2],
    },
  },
  economics: {
    side: "host",
    types: ["reseller", "distributor", "referral"],
    effects: [
      effect(["payout_days_late"], [0, 3], [1.6, 3], 0.5),
      effect(["campaigns_run", "fund_use"], [0, 6], [0.5, 0.9], 0.8),
      effect(["registrations", "leads_passed_by_partner"], [2, 10], [0.4, 0.85]),
      effect(["revenue", "sell_through"], [8, 20], [0.3, 0.6], 0.8),
    ],
    event: { kinds: ["margin cut by five points", "new commission rule"], side: "host", chance: 0.85, weeks: [-8, -1] },
  },
  strategic_divergence: {
    side: "partner",
    types: [...sellers, "strategic_alliance", "isv"],
    effects: [
      effect(["partner_reply_hours"], [0, 2], [2, 5], 0.9),
      effect(demand, [0, 2], [0.6, 1], 0.95),
      effect(["two_way_contacts", "active_contacts"], [1, 6], [0.4, 0.8], 0.7),
      effect(["governance_meetings_held"], [4, 14], [0.4, 0.9], 0.5),
      effect(["revenue"], [8, 20], [0.5, 0.9], 0.8),
    ],
    event: {
      kinds: ["they signed with a rival", "merger announced", "acquired by a competitor"],
      side: "partner",
      chance: 0.7,
      weeks: [-6, 1],
    },
  },
  integration_rot: {
    side: "undetermined",
    types: ["isv"],
    effects: [
      effect(["integration_error_rate"], [0, 0], [3, 8]),
      effect(["integration_active_tenants"], [2, 12], [0.4, 0.7], 0.95),
      effect(["portal_active_people"], [6, 18], [0.3, 0.6], 0.6),
      effect(["revenue"], [10, 24], [0.3, 0.6], 0.6),
    ],
    event: { kinds: ["API version 2 retired", "breaking change released"], side: "host", chance: 0.55, weeks: [-4, 0] },
  },
  purpose_expired: {
    side: "both",
    types: ["co_marketing", "strategic_alliance"],
    effects: [
      effect(["campaigns_run"], [0, 2], [0.6, 1], 0.9),
      effect(["leads_passed_by_partner", "pipeline_amount"], [0, 8], [0.5, 0.9], 0.9),
      effect(["two_way_contacts"], [0, 10], [0.4, 0.7], 0.8),
      effect(["governance_meetings_held"], [4, 16], [0.4, 0.9], 0.5),
    ],
    event: {
      kinds: ["joint objectives completed", "goal achieved and closed"],
      side: "both",
      chance: 0.9,
      weeks: [-8, 0],
    },
  },
  trust: {
    side: "undetermined",
    types: ["strategic_alliance"],
    effects: [
      effect(["perception_gap"], [0, 0], [1.7, 2.6]),
      effect(["pulse_non_response"], [0, 8], [1.6, 3], 0.6),
      effect(["two_way_contacts", "active_contacts"], [6, 18], [0.3, 0.6], 0.8),
      effect(["partner_promises_kept"], [8, 20], [0.25, 0.5], 0.6),
      effect(["pipeline_amount", "leads_passed_by_partner"], [8, 22], [0.4, 0.7], 0.7),
    ],
    event: {
      kinds: ["channel conflict escalated", "dispute over a joint account"],
      side: "both",
      chance: 0.4,
      weeks: [-4, 2],
    },
  },
}

/** Below the promise from the first week: told apart by whether anything ever came. */
export const neverWell = ["never_activated", "wrong_promise"] as const
