import type { Id } from "#core/ids"
import { weekNumber } from "#core/time"
import type { Change } from "./change.ts"
import type { Cause, CauseFinding, FirstSide } from "./finding.ts"
import { compare, earliest, firstOf, type WeekDistribution } from "./join.ts"

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
 * Which side's act came first: the order of the sides' own signals and of acts on record, weighed by what the causes imply. A margin
 * cut is the host's act though it shows first in the partner's registrations. Undetermined unless one answer passes a half.
 */
export const firstSideOf = (moved: readonly Change[], causes: readonly CauseFinding[]): FirstSide => {
  const told = orderOf(moved, actsOnRecord(causes[0]))
  const implied = (side: Side) =>
    causes.reduce((sum, { cause, probability }) => (sideOf[cause] === side ? sum + probability : sum), 0)
  const weights = sides.map((side) => (leastShare + told[side]) * (leastShare + implied(side)))
  const total = weights.reduce((a, b) => a + b, 0)
  const first = weights.indexOf(Math.max(...weights))
  return (weights[first] as number) > total / 2 ? (sides[first] as Side) : "undetermined"
}

/**
 * Which party of that side it was: the one whose own signals and acts on record came before those of the side's others, with a
 * probability of more than a half. Null where none stands out, or none is known by name.
 */
export const firstPartyOf = (
  side: FirstSide | null,
  moved: readonly Change[],
  causes: readonly CauseFinding[],
): Id | null => {
  if (side !== "host" && side !== "partner") return null
  const acts = actsOnRecord(causes[0])[side]
  const own = moved.filter(({ signal }) => signal.definition.side === side)
  const known = [...own.map(({ signal }) => signal.partyId), ...acts.map(({ partyId }) => partyId)]
  const parties = [...new Set(known.filter((partyId) => partyId != null))]
  const begun = (is: (partyId: Id | null | undefined) => boolean): WeekDistribution | undefined => {
    const signals = firstOf(own.filter(({ signal }) => is(signal.partyId)))
    const told = acts.filter(({ partyId }) => is(partyId))
    return earliest(signals ? [signals, ...told] : told)
  }
  const standsOut = (party: Id): boolean => {
    const [its, others] = [
      begun((partyId) => partyId === party),
      begun((partyId) => partyId != null && partyId !== party),
    ]
    return its !== undefined && (others === undefined || compare(its, others).before > believed)
  }
  return parties.find(standsOut) ?? null
}

type Act = WeekDistribution & Readonly<{ partyId: Id | null }>
type Acts = Readonly<{ host: readonly Act[]; partner: readonly Act[] }>

/** Probability from which a cause's events are taken for the acts that began it. */
const believed = 0.5

/** What one side is on record to have done where the likeliest cause rests on it. */
const actsOnRecord = (cause: CauseFinding | undefined): Acts => {
  const events = (cause?.probability ?? 0) > believed ? (cause?.evidence ?? []) : []
  const of = (side: string) =>
    events.flatMap((one) =>
      "event" in one && one.side === side
        ? [{ firstWeek: weekNumber(one.occurredOn), weights: Float64Array.of(1), partyId: one.partyId }]
        : [],
    )
  return { host: of("host"), partner: of("partner") }
}

/**
 * How probable each side is to have moved first by the order alone. What both owe, meetings, answers for both when it moved before
 * either side's own act. Contacts and revenue are what follows, and do not say whose act it was.
 */
const orderOf = (moved: readonly Change[], acts: Acts): Readonly<Record<Side, number>> => {
  const of = (side: "host" | "partner") => {
    const own = firstOf(moved.filter((change) => change.signal.definition.side === side))
    return earliest(own ? [own, ...acts[side]] : acts[side])
  }
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
