import { type Acts, actsOnRecord } from "./acts.ts"
import { certaintyOf } from "./certainty.ts"
import type { Change } from "./change.ts"
import { type CauseFinding, type DatedEvent, type FirstBy, type FirstSide, nameOfSignal } from "./finding.ts"
import { sideOfCause } from "./firstSide.ts"
import { bandLevel, compare, earliest, type WeekDistribution } from "./join.ts"
import { middleOf } from "./moved.ts"

/** Probability from which something else was clearly earlier. */
const clearly = 0.8

/** A signal that moved or an act on record, with when. */
type Bearer = WeekDistribution & Readonly<{ by: FirstBy }>

/**
 * What bears out that this side let go first, the earliest first; nothing where it may not be said.
 *
 * Nobody is accused on the word of a cause alone: the side's own signal must have moved, or an act of its own be on record; neither
 * the other side's own nor anything else that moved may clearly have come before it; and the likeliest cause must not be the
 * other side's. Both are named for what both owe, or for something of each of which neither was clearly first.
 */
export const borneOut = (
  side: FirstSide,
  moved: readonly Change[],
  causes: readonly CauseFinding[],
  events: readonly DatedEvent[] = [],
): readonly FirstBy[] => {
  const acts = actsOnRecord(causes[0], events)
  if (side === "undetermined" || isContradicted(side, causes[0], acts)) return []
  const all = moved.map(bearer)
  const of = (own: "host" | "partner"): readonly Bearer[] => [
    ...moved.filter(({ signal }) => signal.definition.side === own).map(bearer),
    ...acts[own].map(({ told, firstWeek, weights }) => ({ firstWeek, weights, by: told })),
  ]
  const [host, partner] = [inOrder(of("host")), inOrder(of("partner"))]
  if (side === "host") return isFirst(host, partner, all) ? told(host) : []
  if (side === "partner") return isFirst(partner, host, all) ? told(partner) : []
  const mutual = inOrder(moved.filter(isDoneTogether).map(bearer))
  if (isFirst(mutual, [...host, ...partner], all)) return told(mutual)
  const isEach = isFirst(host, partner, all) && isFirst(partner, host, all)
  return isEach ? told(inOrder([...host.slice(0, 1), ...partner.slice(0, 1)])) : []
}

const isContradicted = (side: FirstSide, cause: CauseFinding | undefined, acts: Acts): boolean => {
  if (cause === undefined || certaintyOf(cause.probability) !== "likely") return false
  const its = sideOfCause(cause.cause, acts)
  return its !== undefined && its !== "both" && its !== side
}

/** Did nothing clearly come before the first of these: not the first of the other side's, nor any one that moved? */
const isFirst = (own: readonly Bearer[], against: readonly Bearer[], all: readonly Bearer[]): boolean => {
  const [its, others] = [earliest(own), earliest(against)]
  if (its === undefined) return false
  const isAfter = (one: WeekDistribution, sure: number) => compare(one, its).before > sure
  const rest = all.filter((one) => !own.some(({ by }) => by === one.by))
  return !(others && isAfter(others, clearly)) && !rest.some((one) => isAfter(one, bandLevel))
}

const bearer = ({ signal, onset }: Change): Bearer => ({
  firstWeek: signal.firstWeek,
  weights: onset,
  by: nameOfSignal(signal),
})

const inOrder = (all: readonly Bearer[]): readonly Bearer[] => all.toSorted((a, b) => middleOf(a) - middleOf(b))
const told = (all: readonly Bearer[]): readonly FirstBy[] => all.map(({ by }) => by)

/** What both do or neither: meetings, talking to each other, trust, campaigns. Revenue and pipeline are what comes of it. */
const isDoneTogether = ({ signal: { definition } }: Change): boolean =>
  definition.side === "both" && definition.dimension !== "commercial" && definition.dimension !== "pipeline"
