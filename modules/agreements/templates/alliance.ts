import { amounting, once, regularly, reviewPreparation, within } from "./phrases.ts"
import type { Template } from "./template.ts"

/** Types held together by people and plans: co-marketing, strategic alliance, consortium. */

export const coMarketing: Template = {
  type: "co_marketing",
  commitments: [
    regularly("campaign-host", "host", "quarterly", { weight: 2 }),
    amounting("budget-host", "host", 5_000, "money", "quarterly"),
    within("approve-content", "host", 72, { weight: 1 }),
    within("answer-claims", "host", 120),
    regularly("campaign-partner", "partner", "quarterly", {
      weight: 2,
    }),
    amounting("budget-partner", "partner", 5_000, "money", "quarterly"),
    regularly("lead-hand-over", "partner", "quarterly", {
      windowDays: 5,
      evidenceNeeded: "file",
      weight: 2,
    }),
    regularly("results", "partner", "quarterly", {
      windowDays: 14,
      evidenceNeeded: "file",
    }),
  ],
  objectives: [
    {
      key: "leads",
      category: "pipeline",
      metric: "leads_passed_by_partner",
      target: 200,
      unit: "leads",
      ramp: "quarterly_steps",
      weight: 2,
    },
    {
      key: "pipeline",
      category: "pipeline",
      metric: "pipeline_amount",
      target: 300_000,
      unit: "money",
      ramp: "quarterly_steps",
      weight: 3,
    },
    {
      key: "reach",
      category: "market_access",
      metric: "campaigns_run",
      target: 4,
      unit: "campaigns",
      ramp: "quarterly_steps",
      weight: 1,
    },
  ],
  signals: [
    "campaigns_run",
    "fund_use",
    "claim_answer_hours",
    "leads_passed_by_partner",
    "leads_passed_by_host",
    "two_way_contacts",
    "partner_reply_hours",
  ],
  cadence: { working: "monthly", management: "quarterly", steering: "yearly" },
  ramp: { shape: "quarterly_steps", months: 6 },
  noticeDays: 60,
}

export const strategicAlliance: Template = {
  type: "strategic_alliance",
  commitments: [
    once("sponsor-host", "host", 14, { weight: 2 }),
    regularly("steering-host", "host", "quarterly", {
      evidenceNeeded: "record",
      weight: 3,
    }),
    regularly("plan-host", "host", "quarterly", {
      evidenceNeeded: "confirmation",
      weight: 3,
    }),
    amounting("invest-host", "host", 30, "days", "quarterly"),
    once("sponsor-partner", "partner", 14, { weight: 2 }),
    regularly("steering-partner", "partner", "quarterly", {
      evidenceNeeded: "record",
      weight: 3,
    }),
    regularly("plan-partner", "partner", "quarterly", {
      evidenceNeeded: "confirmation",
      weight: 3,
    }),
    amounting("invest-partner", "partner", 30, "days", "quarterly"),
    within("answer-escalations", "host", 48),
    ...reviewPreparation("quarterly"),
  ],
  objectives: [
    {
      key: "joint-revenue",
      category: "revenue",
      metric: "revenue",
      target: 5_000_000,
      unit: "money",
      ramp: "s_curve",
      weight: 3,
    },
    {
      key: "access",
      category: "market_access",
      metric: "markets_entered",
      target: 2,
      unit: "markets",
      ramp: "quarterly_steps",
      weight: 2,
    },
    {
      key: "value",
      category: "customer_outcome",
      metric: "joint_customers",
      target: 10,
      unit: "customers",
      ramp: "s_curve",
      weight: 2,
    },
  ],
  signals: [
    "governance_meetings_held",
    "attendance_rank_host",
    "attendance_rank_partner",
    "sponsor_vacant_days_host",
    "sponsor_vacant_days_partner",
    "host_promises_kept",
    "partner_promises_kept",
    "active_contacts",
    "single_threadedness",
    "perception_gap",
  ],
  cadence: { working: "weekly", management: "monthly", steering: "quarterly" },
  ramp: { shape: "s_curve", months: 24 },
  noticeDays: 180,
}

export const consortium: Template = {
  type: "consortium",
  commitments: [
    once("charter", "host", 21, {
      evidenceNeeded: "file",
      weight: 2,
    }),
    regularly("plan", "host", "monthly", { weight: 2 }),
    regularly("minutes", "host", "monthly", {
      windowDays: 5,
      evidenceNeeded: "file",
    }),
    regularly("pay-shares", "host", "quarterly", {
      evidenceNeeded: "record",
      weight: 3,
    }),
    once("delegates", "partner", 21, { weight: 2 }),
    regularly("deliver-share", "partner", "quarterly", {
      evidenceNeeded: "confirmation",
      weight: 3,
    }),
    regularly("cost-report", "partner", "monthly", { evidenceNeeded: "file" }),
    regularly("board-attendance", "partner", "monthly", { evidenceNeeded: "record", weight: 2 }),
    ...reviewPreparation("quarterly"),
  ],
  objectives: [
    {
      key: "packages",
      category: "customer_outcome",
      metric: "work_packages_accepted",
      target: 12,
      unit: "packages",
      ramp: "quarterly_steps",
      weight: 3,
    },
    {
      key: "revenue",
      category: "revenue",
      metric: "revenue",
      target: 3_000_000,
      unit: "money",
      ramp: "quarterly_steps",
      weight: 2,
    },
  ],
  signals: [
    "governance_meetings_held",
    "attendance_rank_host",
    "attendance_rank_partner",
    "host_promises_kept",
    "partner_promises_kept",
    "partner_reply_hours",
    "active_contacts",
    "sponsor_vacant_days_partner",
  ],
  cadence: { working: "weekly", management: "monthly", steering: "quarterly" },
  ramp: { shape: "quarterly_steps", months: 18 },
  noticeDays: 180,
}
