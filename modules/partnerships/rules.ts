/** Every kind of commercial partnership; each has its own default promises, signals, cadence, ramp and scorecard. */
export const partnershipTypes = [
  "reseller",
  "distributor",
  "msp",
  "integrator",
  "isv",
  "integration",
  "referral",
  "co_marketing",
  "joint_solution",
  "strategic_alliance",
  "consortium",
] as const
export type PartnershipType = (typeof partnershipTypes)[number]

export const stages = ["identified", "qualifying", "negotiating", "onboarding", "active", "renewing", "ended", "declined", "paused"] as const
export type Stage = (typeof stages)[number]

/** Allowed moves between stages. Everything not listed is refused. */
export const stageMoves: Readonly<Record<Stage, readonly Stage[]>> = {
  identified: ["qualifying", "declined"],
  qualifying: ["negotiating", "declined", "paused"],
  negotiating: ["onboarding", "active", "declined", "paused"],
  onboarding: ["active", "paused", "ended"],
  active: ["renewing", "paused", "ended"],
  renewing: ["active", "ended"],
  paused: ["qualifying", "negotiating", "onboarding", "active", "ended"],
  ended: [],
  declined: ["qualifying"],
}
