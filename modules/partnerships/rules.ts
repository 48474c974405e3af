import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

export { matchPartner, type PartnerIndex, partnerIndex } from "./rules/matchPartner.ts"
export type { PartnerOptions, UnknownPartner } from "./rules/partnersInFiles.ts"

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

export const stages = [
  "identified",
  "qualifying",
  "negotiating",
  "onboarding",
  "active",
  "renewing",
  "ended",
  "declined",
  "paused",
] as const
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

/** Stages that end or halt the work; nobody should have to guess later why. */
export const needsReason: readonly Stage[] = ["declined", "paused", "ended"]

/** Stages in which there is an agreement to keep: these moves both sides see, with the reason given. */
const inForce: readonly Stage[] = ["onboarding", "active", "renewing"]

export type Move = Readonly<{ from: Stage; to: Stage; reason?: string | undefined }>

/** A move must be listed, and one that ends or halts the work says why. */
export const decideMove = ({ from, to, reason }: Move): Stage | Refusal<"move-not-allowed" | "reason-needed"> => {
  if (!stageMoves[from].includes(to)) return refuse("move-not-allowed", { from, allowed: stageMoves[from] })
  if (needsReason.includes(to) && reason === undefined) return refuse("reason-needed", { to })
  return to
}

/** Before anything is agreed, the host's deliberations are its own; afterwards both sides see the move. */
export const moveVisibility = ({ from, to }: Move): "shared" | "host" =>
  inForce.includes(from) || inForce.includes(to) ? "shared" : "host"

/** Days over which kept promises are counted in lists. */
export const keptWindowDays = 180

/** A promise past its due day that nobody reported is overdue for so long; after that it is history, and in the register. */
export const overdueForDays = 90

/** Days ahead in which a notice date counts as near. */
export const noticeWindowDays = 60

/** Only a consortium has more parties than two. */
export const decideParty = (type: PartnershipType): true | Refusal<"not-a-consortium"> =>
  type === "consortium" || refuse("not-a-consortium", { type })
