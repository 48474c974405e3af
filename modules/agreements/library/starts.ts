import type { PartnershipType } from "#rules/partnerships"
import { coMarketing, consortium, strategicAlliance } from "./alliance.ts"
import { distributor, msp, referral, reseller } from "./channel.ts"
import { placed, type Start } from "./start.ts"
import { integration, integrator, isv, jointSolution } from "./technology.ts"

export const startOf = (type: PartnershipType): Start => starts[type]

const starts: Readonly<Record<PartnershipType, Start>> = {
  reseller,
  distributor,
  msp,
  integrator,
  isv,
  integration,
  referral,
  co_marketing: coMarketing,
  joint_solution: jointSolution,
  strategic_alliance: strategicAlliance,
  consortium,
}

/** The key of every clause that a type starts with, or may take in. */
export const readyKeys: readonly string[] = [
  ...new Set(
    Object.values(starts).flatMap(({ text, further }) => [...text, ...further].map((entry) => placed(entry).key)),
  ),
]
