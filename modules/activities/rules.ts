import type { Actor, Side, Visibility } from "#core/actor"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"

/** What people log most; any other short word is accepted, because other systems bring their own. */
export const activityKinds = [
  "meeting",
  "steering_meeting",
  "business_review",
  "call",
  "email",
  "message",
  "visit",
  "training",
  "campaign",
  "support",
  "strategy_change",
  "rule_change",
  "rival_move",
  "people_change",
  "version_retired",
  "dispute",
] as const

/** Who turned to whom. */
export const directions = ["two_way", "from_host", "from_partner"] as const
export type Direction = (typeof directions)[number]

/** Kinds that are everyday contact. What is left (a strategy change, an outage) is a turning point that may explain a drift. */
export const everydayKinds =
  "meeting|review|steer|govern|qbr|call|mail|messag|chat|visit|lunch|training|certif|webinar|campaign|support|demo|workshop|note|task|contact|activity|other"

/** Meetings in which the two companies steer the partnership. */
export const governanceKinds = "steer|govern|qbr|business.?review|quarterly|joint.?planning|executive.?review|lenkung"

/** Kinds by which people are trained, and those by which the two companies go to market. */
export const trainingKinds = "training|certif"
export const campaignKinds = "campaign|webinar"

/** The signals that a file speaks of which holds an act of this kind. */
export const signalsOfKind = (kind: string): readonly string[] => [
  ...["two_way_contacts", "active_contacts"],
  ...(new RegExp(governanceKinds, "i").test(kind) ? ["governance_meetings_held"] : []),
  ...(new RegExp(campaignKinds, "i").test(kind) ? ["campaigns_run"] : []),
  ...(new RegExp(trainingKinds, "i").test(kind) ? ["training_completions"] : []),
]

/** How far the clock of who logs may be ahead of ours: an instant knows no time zone that could excuse more. */
const clockDifferenceMs = 5 * 60_000

/** What is not an instant is a day of the workspace's calendar. */
const isInstant = (when: Instant | PlainDate): boolean => when.length > 10

/** An act is logged after it happened, whoever says so and however: a day that is not over may be today's. */
export const decideOccurrence = (
  when: Instant | PlainDate,
  { now, today }: Readonly<{ now: Instant; today: PlainDate }>,
): true | Refusal<"in-the-future"> => {
  const hasHappened = isInstant(when) ? Date.parse(when) <= Date.parse(now) + clockDifferenceMs : when <= today
  return hasHappened || refuse("in-the-future", { field: "occurredAt" })
}

/** What one keeps private, one keeps on one's own side. */
export const decideVisibility = (side: Side, visibility: Visibility): true | Refusal<"not-your-side"> =>
  visibility === "shared" ||
  visibility === side ||
  refuse("not-your-side", { field: "visibility", allowed: ["shared", side] })

/** Where a record made in the app comes from. */
export const sourceOf = (actor: Actor): "manual" | "partner" => (actor.kind === "partner-user" ? "partner" : "manual")
