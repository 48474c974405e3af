import type { Change } from "./change.ts"
import type { Cause, CauseFinding, FirstSide } from "./finding.ts"
import { compare, firstOf, type WeekDistribution } from "./join.ts"

type Side = Exclude<FirstSide, "undetermined">

/** In whose hands a cause begins. A market, a failing integration and lost trust are nobody's first act by themselves. */
const sideOf: Readonly<Partial<Record<Cause, Side>>> = {
  host_service_failure: "host",
  host_people_loss: "host",
  economics: "host",
  partner_people_loss: "partner",
  capability_gap: "partner",
  strategic_divergence: "partner",
  governance_lapse: "both",
  purpose_expired: "both",
}

/** What neither the order nor the causes say is not impossible. */
const leastShare = 0.1
const sides: readonly Side[] = ["host", "partner", "both"]

/**
 * Which side's act came first: the order in which the sides' own signals moved, weighed by what the causes imply. A margin cut is
 * the host's act though it shows first in the partner's registrations. Undetermined unless one answer passes a half.
 */
export const firstSideOf = (moved: readonly Change[], causes: readonly CauseFinding[]): FirstSide => {
  const told = orderOf(moved)
  const implied = (side: Side) =>
    causes.reduce((sum, { cause, probability }) => (sideOf[cause] === side ? sum + probability : sum), 0)
  const weights = sides.map((side) => (leastShare + told[side]) * (leastShare + implied(side)))
  const total = weights.reduce((a, b) => a + b, 0)
  const first = weights.indexOf(Math.max(...weights))
  return (weights[first] as number) > total / 2 ? (sides[first] as Side) : "undetermined"
}

/**
 * How probable each side is to have moved first by the order alone. What both owe, meetings, answers for both when it moved before
 * either side's own act. Contacts and revenue are what follows, and do not say whose act it was.
 */
const orderOf = (moved: readonly Change[]): Readonly<Record<Side, number>> => {
  const of = (side: string) => firstOf(moved.filter((change) => change.signal.definition.side === side))
  const [host, partner] = [of("host"), of("partner")]
  const meetings = firstOf(
    moved.filter(({ signal: { definition: it } }) => it.side === "both" && it.dimension === "governance"),
  )
  if (host === undefined && partner === undefined) return { host: 0, partner: 0, both: meetings ? 1 : 0 }
  const ahead = (one: WeekDistribution | undefined) =>
    one === undefined || meetings === undefined ? 1 : compare(meetings, one).before
  const both = meetings === undefined ? 0 : Math.min(ahead(host), ahead(partner))
  const { before, same } =
    host === undefined || partner === undefined
      ? { before: host === undefined ? 0 : 1, same: 0 }
      : compare(host, partner)
  const single = 1 - both
  return { host: single * before, partner: single * (1 - before - same), both: both + single * same }
}
