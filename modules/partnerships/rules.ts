import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

export { matchPartner, type PartnerIndex, partnerIndex } from "./rules/matchPartner.ts"
export type { PartnerOptions, UnknownPartner } from "./rules/partnersInFiles.ts"
export { decideTags, mostTagLength, mostTagList, mostTags, tagChange } from "./rules/tags.ts"

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

/** What ended or was declined needs nobody any more: it is not judged, made no promises for, and left out of what waits. */
export const overStages = ["ended", "declined"] as const satisfies readonly Stage[]
export const isLive = (stage: Stage): boolean => !(overStages as readonly Stage[]).includes(stage)

/** Stages in which there is an agreement to keep: these moves both sides see, with the reason given. */
const inForce: readonly Stage[] = ["onboarding", "active", "renewing"]

export type Move = Readonly<{ from: Stage; to: Stage; reason?: string | undefined }>

/** A move must be listed, and one that ends or halts the work says why. */
export const decideMove = ({ from, to, reason }: Move): Stage | Refusal<"move-not-allowed" | "reason-needed"> => {
  if (!stageMoves[from].includes(to)) return refuse("move-not-allowed", { from, allowed: stageMoves[from] })
  if (needsReason.includes(to) && reason === undefined) return refuse("reason-needed", { to })
  return to
}

/** Whether allowed moves lead from one stage to the other: a file tells where a partnership is now, not how it came there. */
export const leadsTo = (from: Stage, to: Stage): boolean => {
  const reached = new Set<Stage>([from])
  for (const stage of reached) for (const next of stageMoves[stage]) reached.add(next)
  return reached.has(to)
}

/** Whether there is any stage to move to. */
export const decideMovable = (from: Stage): true | Refusal<"move-not-allowed"> =>
  stageMoves[from].length > 0 || refuse("move-not-allowed", { from, allowed: [] })

/** Before anything is agreed, the host's deliberations are its own; afterwards both sides see the move. */
export const moveVisibility = ({ from, to }: Move): "shared" | "host" =>
  inForce.includes(from) || inForce.includes(to) ? "shared" : "host"

/** Only a consortium has more parties than two. */
export const decideParty = (type: PartnershipType): true | Refusal<"not-a-consortium"> =>
  type === "consortium" || refuse("not-a-consortium", { type })

/** Who takes part: the host, and the companies that are in it now. */
export type Parties = Readonly<{ host: Id; companies: readonly Id[] }>

/** The party that is meant: where several companies take part, "the partner" alone says nothing, and nobody guesses. */
export const decidePartyMeant = (
  { host, companies }: Parties,
  side: Side,
  named: Id | undefined,
): Id | Refusal<"company-needed" | "no-such-party"> => {
  const possible = side === "host" ? [host] : companies
  if (named !== undefined) return possible.includes(named) ? named : refuse("no-such-party", { field: "party" })
  const [only, ...others] = possible
  return only !== undefined && others.length === 0 ? only : refuse("company-needed", { field: "party" })
}
