import type { SignalDefinition } from "#rules/metrics"
import type { Cause } from "./finding.ts"

/** What a signal is in the story of a drift. */
export type Role =
  | "hostService"
  | "payouts"
  | "claims"
  | "hostPromises"
  | "hostPeople"
  | "hostLeads"
  | "partnerPromises"
  | "partnerPeople"
  | "partnerReply"
  | "contacts"
  | "meetings"
  | "pipeline"
  | "commercial"
  | "enablement"
  | "marketing"
  | "errors"
  | "tenants"
  | "engagement"
  | "trust"

/**
 * A cause as a small generative model: roles in the order in which they move, each with the chance that it moves at all.
 * Roles not listed move with a small chance of their own. `events` are kinds of dated facts that go with the cause.
 */
export type Pattern = Readonly<{
  cause: Cause
  /** Weight before looking, by partnership type where it differs. */
  prior: number
  priorFor?: Readonly<Record<string, number>>
  stages: readonly Readonly<Partial<Record<Role, number>>>[]
  events: RegExp
  eventSide?: "host" | "partner"
  /** Weeks from such an event until a drift may begin, where longer than a quarter. */
  eventWeeks?: number
  /** Without such an event the cause is this much less likely. */
  withoutEvent: number
}>

/** The role of a signal, from its dimension and side; a few keys are told apart. */
export const roleOf = ({ key, dimension, side }: SignalDefinition): Role => {
  if (key === "partner_reply_hours") return "partnerReply"
  if (key === "payout_days_late") return "payouts"
  if (key === "claim_answer_hours") return "claims"
  if (key === "leads_passed_by_host") return "hostLeads"
  if (key === "integration_error_rate") return "errors"
  if (dimension === "pipeline" && side === "both") return "commercial"
  if (dimension === "promise") return side === "partner" ? "partnerPromises" : "hostPromises"
  if (dimension === "people") return side === "partner" ? "partnerPeople" : "hostPeople"
  if (dimension === "service") return side === "partner" ? "partnerReply" : "hostService"
  return roleByDimension[dimension]
}

const roleByDimension = {
  governance: "meetings",
  relation: "contacts",
  pipeline: "pipeline",
  commercial: "commercial",
  enablement: "enablement",
  marketing: "marketing",
  engagement: "engagement",
  technical: "tenants",
  trust: "trust",
} as const

export const patterns: readonly Pattern[] = [
  {
    cause: "host_service_failure",
    prior: 1.4,
    stages: [
      { hostService: 0.9, hostPromises: 0.6, claims: 0.5, payouts: 0.3 },
      { contacts: 0.5, engagement: 0.4, trust: 0.3 },
      { pipeline: 0.8, partnerPromises: 0.3 },
      { commercial: 0.7 },
    ],
    events: /service|support|outage|backlog|answer|team.*(cut|reduced)|system.*(change|migration)/i,
    withoutEvent: 0.9,
  },
  {
    cause: "host_people_loss",
    prior: 1.2,
    stages: [
      { hostPeople: 0.95 },
      { contacts: 0.8 },
      { meetings: 0.7 },
      { hostPromises: 0.6, hostService: 0.4, hostLeads: 0.4 },
      { pipeline: 0.5, commercial: 0.5 },
    ],
    events: /sponsor|manager|champion|people|person|role|vacan|left|leave|depart|reorg|layoff|successor/i,
    eventSide: "host",
    withoutEvent: 0.6,
  },
  {
    cause: "partner_people_loss",
    prior: 1.2,
    stages: [
      { partnerPeople: 0.95 },
      { contacts: 0.8 },
      { meetings: 0.7, partnerReply: 0.5 },
      { partnerPromises: 0.6, pipeline: 0.6 },
      { commercial: 0.5 },
    ],
    events: /sponsor|manager|champion|people|person|role|vacan|left|leave|depart|reorg|layoff|successor/i,
    eventSide: "partner",
    withoutEvent: 0.6,
  },
  {
    cause: "governance_lapse",
    prior: 1,
    stages: [
      { meetings: 0.95 },
      { hostPromises: 0.6, partnerPromises: 0.6 },
      { contacts: 0.4 },
      { pipeline: 0.3, commercial: 0.3 },
    ],
    events: /meeting|review|steering|governance|cadence/i,
    withoutEvent: 0.9,
  },
  {
    cause: "capability_gap",
    prior: 1,
    priorFor: { msp: 1.3, integrator: 1.3 },
    stages: [{ enablement: 0.95 }, { pipeline: 0.7, partnerPromises: 0.3 }, { commercial: 0.7 }],
    events: /certif|training|course|enable|skill|engineer|product.*(launch|release)/i,
    withoutEvent: 0.9,
  },
  {
    cause: "economics",
    prior: 0.9,
    priorFor: { reseller: 1.2, distributor: 1.3, referral: 1.3 },
    stages: [{ payouts: 0.6, marketing: 0.7, claims: 0.4 }, { pipeline: 0.8 }, { commercial: 0.7 }],
    events:
      /margin|commission|rule|pric(e|es|ing) .*(cut|change|rais|ris|increase)|discount|rebate|payout|tier|demot|fee|incentive/i,
    withoutEvent: 0.4,
  },
  {
    cause: "strategic_divergence",
    prior: 0.9,
    priorFor: { strategic_alliance: 1.4, consortium: 1.4 },
    stages: [
      { partnerReply: 0.8, pipeline: 0.8 },
      { contacts: 0.6, engagement: 0.6, hostLeads: 0.2, partnerPromises: 0.4 },
      { meetings: 0.5, marketing: 0.4 },
      { commercial: 0.7 },
    ],
    events: /rival|compet|strateg|merger|merged with|acqui|alliance|divest|spin|announce|\btie(?!r)/i,
    eventWeeks: 52,
    withoutEvent: 0.6,
  },
  {
    cause: "integration_rot",
    prior: 0.6,
    priorFor: { isv: 1.6, integration: 2, joint_solution: 1.4 },
    stages: [{ errors: 0.9 }, { tenants: 0.9 }, { engagement: 0.6, contacts: 0.2 }, { commercial: 0.5 }],
    events: /version|api|retire|deprecat|sunset|integration|outage|breaking/i,
    withoutEvent: 0.8,
  },
  {
    cause: "purpose_expired",
    prior: 0.6,
    priorFor: { co_marketing: 1, joint_solution: 0.8 },
    stages: [{ marketing: 0.6, pipeline: 0.6, contacts: 0.5 }, { meetings: 0.5, engagement: 0.4 }, { commercial: 0.5 }],
    events: /objective|purpose|complet|achiev|obsolete|expired|goal|ended|finished|fulfilled/i,
    withoutEvent: 0.25,
  },
  {
    cause: "trust",
    prior: 0.7,
    stages: [
      { trust: 0.95 },
      { contacts: 0.5, meetings: 0.4, partnerReply: 0.4 },
      { partnerPromises: 0.4, pipeline: 0.5 },
      { commercial: 0.5 },
    ],
    events: /conflict|dispute|escalat|pulse|survey|complain|breach|channel/i,
    withoutEvent: 0.9,
  },
]
