import type { Id } from "#core/ids"
import { type Acts, actsOnRecord, believed } from "./acts.ts"
import type { Change } from "./change.ts"
import type { Cause, CauseFinding, DatedEvent, FirstSide } from "./finding.ts"
import { compare, earliest, firstOf, type WeekDistribution } from "./join.ts"

type NamedSide = Exclude<FirstSide, "undetermined">

/** In whose hands a cause begins: a failing integration in those of who runs it, lost trust in both. A market is nobody's act. */
const sideOf: Readonly<Partial<Record<Cause, NamedSide>>> = {
  host_service_failure: "host",
  host_people_loss: "host",
  economics: "host",
  partner_people_loss: "partner",
  capability_gap: "partner",
  strategic_divergence: "partner",
  integration_rot: "partner",
  governance_lapse: "both",
  purpose_expired: "both",
  trust: "both",
}

/** Whose act a cause is. What the host broke without a word is the host's act, not that of who runs the integration. */
export const sideOfCause = (cause: Cause, acts: Acts): NamedSide | undefined =>
  cause === "integration_rot" && acts.host.length > 0 ? undefined : sideOf[cause]

/** How far the order is heard although the cause says whose act it was. */
const heardBeside = 0.3
const sides: readonly NamedSide[] = ["host", "partner", "both"]

/**
 * Which side's act came first. A cause says so where it is known: a margin cut is the host's act though it shows first in the partner's
 * registrations. As far as the cause is unknown the order of the sides' own signals and of acts on record says it. Undetermined
 * unless one answer passes a half. `events`: what is on record, with the notes that tell an act that was agreed.
 */
export const firstSideOf = (
  moved: readonly Change[],
  causes: readonly CauseFinding[],
  events: readonly DatedEvent[] = [],
): FirstSide => {
  const acts = actsOnRecord(causes[0], events)
  const told = orderOf(moved, acts)
  const weights = sides.map((side) => {
    let known = 0
    let weight = 0
    for (const { cause, probability } of causes) {
      const its = sideOfCause(cause, acts)
      if (its === undefined) continue
      known += probability * (1 - heardBeside)
      if (its === side) weight += probability * (1 - heardBeside)
    }
    return weight + (1 - known) * told[side]
  })
  const first = weights.indexOf(Math.max(...weights))
  return (weights[first] as number) > believed ? (sides[first] as NamedSide) : "undetermined"
}

/**
 * Which party of that side it was: the one whose own signals and acts on record came before those of the side's others, with a
 * probability of more than a half. Null where none stands out, or none is known by name.
 */
export const firstPartyOf = (
  side: FirstSide | null,
  moved: readonly Change[],
  causes: readonly CauseFinding[],
  events: readonly DatedEvent[] = [],
): Id | null => {
  if (side !== "host" && side !== "partner") return null
  const acts = actsOnRecord(causes[0], events)[side]
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

/**
 * How probable each side is to have moved first by the order alone. What both owe, meetings and the trust between them, answers for both when it moved
 * before either side's own act. Contacts and revenue are what follows, and do not say whose act it was.
 */
const orderOf = (moved: readonly Change[], acts: Acts): Readonly<Record<NamedSide, number>> => {
  const of = (side: "host" | "partner") => {
    const own = firstOf(moved.filter((change) => change.signal.definition.side === side))
    return earliest(own ? [own, ...acts[side]] : acts[side])
  }
  const [host, partner] = [of("host"), of("partner")]
  const mutual = firstOf(moved.filter(isMutual))
  if (host === undefined && partner === undefined) return { host: 0, partner: 0, both: mutual ? 1 : 0 }
  const ahead = (one: WeekDistribution | undefined) =>
    one === undefined || mutual === undefined ? 1 : notAfter(mutual, one)
  const both = mutual === undefined ? 0 : Math.min(ahead(host), ahead(partner))
  const { before, same } =
    host === undefined || partner === undefined
      ? { before: host === undefined ? 0 : 1, same: 0 }
      : compare(host, partner)
  const single = 1 - both
  return { host: single * before, partner: single * (1 - before - same), both: both + single * same }
}

/** What both owe: meetings, and the trust between them. Contacts and revenue are what follows. */
const isOwedByBoth = (dimension: string): boolean => dimension === "governance" || dimension === "trust"
const isMutual = ({ signal: { definition } }: Change): boolean =>
  definition.side === "both" && isOwedByBoth(definition.dimension)

const notAfter = (a: WeekDistribution, b: WeekDistribution): number => {
  const { before, same } = compare(a, b)
  return before + same
}
