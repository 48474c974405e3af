import type { PartnershipType } from "#rules/partnerships"
import { coMarketing, consortium, strategicAlliance } from "./templates/alliance.ts"
import { distributor, msp, referral, reseller } from "./templates/channel.ts"
import { integration, integrator, isv, jointSolution } from "./templates/technology.ts"
import type { Template } from "./templates/template.ts"

/** What a partnership of this type starts with. */
export const templateOf = (type: PartnershipType): Template => templates[type]

const templates: Readonly<Record<PartnershipType, Template>> = {
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
