import type { SignalSide } from "#rules/metrics"
import type { Cause } from "./finding.ts"

/** A kind of dated event that speaks for a cause, by the side whose act it is. */
export type TellingEvent = Readonly<{ kind: string; side: SignalSide }>

/** For each cause that an event can give away, the kind people record most readily. */
export const tellingEvents: Readonly<Partial<Record<Cause, TellingEvent>>> = {
  host_service_failure: { kind: "service_change", side: "host" },
  host_people_loss: { kind: "executive_sponsor_left", side: "host" },
  partner_people_loss: { kind: "executive_sponsor_left", side: "partner" },
  governance_lapse: { kind: "steering_cancelled", side: "both" },
  capability_gap: { kind: "certifications_expired", side: "partner" },
  economics: { kind: "rule_change", side: "host" },
  strategic_divergence: { kind: "rival_move", side: "partner" },
  integration_rot: { kind: "version_retired", side: "host" },
  purpose_expired: { kind: "objective_reached", side: "both" },
  trust: { kind: "dispute", side: "both" },
}
