import { addDays, type PlainDate } from "#core/time"
import type { Facts } from "./facts.ts"
import { type Line, lineOf, type Standing } from "./line.ts"
import type { Rhythm, Terms, Tier } from "./terms.ts"

/** A tier on a day: whether all it asks for is met, line by line. */
export type Judged = Readonly<{ key: string; name: string; standing: Standing; lines: Line[] }>

/** All tiers of some terms on a day, from the lowest to the highest. One threshold, read here and nowhere else. */
export const judge = ({ tiers }: Pick<Terms, "tiers">, facts: Facts, on: PlainDate): Judged[] =>
  tiers.map(({ key, name, requirements }) => {
    const lines = requirements.map((requirement) => lineOf(requirement, facts, on))
    return { key, name, standing: together(lines), lines }
  })

/** Where nobody knows one of them, nobody knows whether the tier is met: it is undecided, whatever the others say. */
const together = (lines: readonly Line[]): Standing => {
  if (lines.some(({ standing }) => standing === "pending")) return "pending"
  return lines.every(({ standing }) => standing === "met") ? "met" : "not_met"
}

/** The highest tier that is met; undefined where none is. */
export const highestMet = (judged: readonly Judged[]): Judged | undefined =>
  judged.findLast(({ standing }) => standing === "met")

/** Which tier a partnership has, and the last day on which it keeps one that it does not meet any more. */
export type Held = Readonly<{
  tier: string | null
  graceUntil: PlainDate | null
  /** The last day on which a tier is kept that an appeal gave back. */
  keptUntil?: PlainDate | null
  /** By its terms a tier stays until an appeal against its notice is decided, and one is open. */
  isAppealed?: boolean
}>

export const outcomes = [
  ...(["rises", "stays", "undecided", "grace_begins", "in_grace", "recovers", "falls"] as const),
  ...(["kept", "given_back"] as const),
] as const
export type Outcome = (typeof outcomes)[number]
export type Movement = Readonly<{ tier: string | null; graceUntil: PlainDate | null; outcome: Outcome }>

type Given = Readonly<{
  terms: Pick<Terms, "tiers" | "graceDays">
  facts: Facts
  held: Held
  on: PlainDate
}>

/**
 * What follows from an evaluation. What is met lifts at once; what is not met any more is told once and lost when the grace from that day
 * is over, by how it stood on the last day of it; what nobody knows moves nothing.
 */
export const decideMovement = ({ terms, facts, held, on }: Given): Movement => {
  const { keptUntil = null, isAppealed = false } = held
  // A tier that these terms do not have any more cannot be kept: one goes on with the highest that is met.
  if (held.tier !== null && terms.tiers.every(({ key }) => key !== held.tier))
    return { tier: highestMet(judge(terms, facts, on))?.key ?? null, graceUntil: null, outcome: "falls" }
  const isOver = held.graceUntil !== null && on > held.graceUntil
  if (isOver) {
    const atTheEnd = judge(terms, facts, held.graceUntil)
    if (of(atTheEnd, held)?.standing === "not_met" && isAppealed) return { ...held, outcome: "in_grace" }
    if (of(atTheEnd, held)?.standing === "not_met")
      return { tier: belowOf(atTheEnd, held.tier), graceUntil: null, outcome: "falls" }
  }
  const judged = judge(terms, facts, on)
  const place = judged.findIndex(({ key }) => key === held.tier)
  const above = judged.findLastIndex(({ standing }) => standing === "met")
  if (above > place) return { tier: judged[above]?.key ?? null, graceUntil: null, outcome: "rises" }
  const own = of(judged, held)
  if (own === undefined) return { ...held, outcome: judged.some(isPending) ? "undecided" : "stays" }
  if (own.standing === "pending") return { ...held, outcome: "undecided" }
  if (own.standing === "met")
    return { tier: held.tier, graceUntil: null, outcome: held.graceUntil === null ? "stays" : "recovers" }
  if (keptUntil !== null && on <= keptUntil) return { ...held, graceUntil: null, outcome: "kept" }
  if (held.graceUntil !== null && !isOver) return { ...held, outcome: "in_grace" }
  if (terms.graceDays === 0) return { tier: belowOf(judged, held.tier), graceUntil: null, outcome: "falls" }
  return { tier: held.tier, graceUntil: addDays(on, terms.graceDays), outcome: "grace_begins" }
}

type Lost = Readonly<{ before: Pick<Terms, "tiers">; facts: Facts; held: Held; on: PlainDate }>

/**
 * Whether it was a change of terms that took a tier: by the terms that it was last met by, it would not have been lost on the day that
 * decided. Whoever falls short of those too has lost it by its own figures.
 */
export const isLostByChange = ({ before, facts, held, on }: Lost): boolean => {
  const decisive = held.graceUntil !== null && on > held.graceUntil ? held.graceUntil : on
  return of(judge(before, facts, decisive), held)?.standing !== "not_met"
}

const of = (judged: readonly Judged[], { tier }: Held): Judged | undefined => judged.find(({ key }) => key === tier)
const isPending = ({ standing }: Judged): boolean => standing === "pending"

/** One falls to the highest tier below of which it is not known that it is not met either. */
export const belowOf = (judged: readonly Judged[], tier: string | null): string | null => {
  const place = judged.findIndex(({ key }) => key === tier)
  return judged.slice(0, place).findLast(({ standing }) => standing !== "not_met")?.key ?? null
}

type Last = Readonly<{ rhythm: Rhythm; evaluatedOn: PlainDate | null; graceUntil: PlainDate | null; today: PlainDate }>

/** Due and not done, never "is it today": a server that slept on the first evaluates on the second, and once. */
export const isEvaluationDue = ({ rhythm, evaluatedOn, graceUntil, today }: Last): boolean =>
  evaluatedOn === null ||
  evaluatedOn < lastDay(rhythm, today) ||
  (graceUntil !== null && evaluatedOn <= graceUntil && today > graceUntil)

/** The last day up to today on which the rhythm asks for an evaluation. */
const lastDay = (rhythm: Rhythm, today: PlainDate): PlainDate => {
  if (rhythm === "daily") return today
  const month = Number(today.slice(5, 7))
  const first = rhythm === "monthly" ? month : month - ((month - 1) % 3)
  return `${today.slice(0, 5)}${String(first).padStart(2, "0")}-01`
}

export const discountOf = (tiers: readonly Tier[], key: string | null): number =>
  tiers.find((tier) => tier.key === key)?.benefits.discountBps ?? 0
