import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { areaOfCountry, worldAreas } from "#core/worldAreas"
import type { Stage } from "#rules/partnerships"
import { type CandidateStage, candidateStages, isWorking } from "./stages.ts"

/** By what the rows of the coverage map go: parts of the world, which follow from countries, or regions in the workspace's own words. */
export const placeKinds = ["area", "region"] as const
export type PlaceKind = (typeof placeKinds)[number]

export const entryKinds = ["industry", "capability"] as const
export type EntryKind = (typeof entryKinds)[number]

/** How far it has come with a company, the furthest first. A company is counted once, where it has come furthest. */
export const coverageStandings = ["partner", "coming", "undecided", "paused"] as const
export type CoverageStanding = (typeof coverageStandings)[number]

/** What a partnership in a stage makes of its company: a partner once something is agreed, nothing once it is over. */
export const standingOfPartnership: Readonly<Record<Stage, CoverageStanding | null>> = {
  ...{ identified: "undecided", qualifying: "undecided", negotiating: "coming", paused: "paused" },
  ...{ onboarding: "partner", active: "partner", renewing: "partner", ended: null, declined: null },
}

export const standingOfCandidate = (stage: CandidateStage): CoverageStanding | null =>
  stage === "approved" ? "coming" : isWorking(stage) || stage === "on_hold" ? "undecided" : null

export const standingsOfCandidates = candidateStages.map((stage) => [stage, standingOfCandidate(stage)] as const)

/** So many words a map shows in each direction, those with targets before others; targets name no more. */
export const mostWords = 40

/** One place and one industry or capability; null is what nobody knows of a company. Without a target `wanted` is null, which is not 0. */
export type Cell = Readonly<{
  place: string | null
  entry: string | null
  wanted: number | null
  partner: number
  coming: number
  undecided: number
}>

/** How many partners a cell lacks; null without a target. */
export const shortOf = ({ wanted, partner }: Pick<Cell, "wanted" | "partner">): number | null =>
  wanted === null ? null : Math.max(0, wanted - partner)

/** Cells below their target: the largest gap first, of equal ones that where fewest are on their way. */
export const gapsOf = <C extends Cell>(cells: readonly C[]): readonly (C & Readonly<{ short: number }>)[] =>
  cells
    .flatMap((cell) => {
      const short = shortOf(cell)
      return short === null || short === 0 ? [] : [{ ...cell, short }]
    })
    .sort((one, other) => other.short - one.short || one.coming - other.coming || one.undecided - other.undecided)

type Word = Readonly<{ key: string; companies: number }>

/** Rows in the order they are read: parts of the world from west to east, words with most companies first. */
export const inOrder = <W extends Word>(kind: PlaceKind | EntryKind, words: readonly W[]): readonly W[] =>
  [...words].sort((one, other) =>
    kind === "area"
      ? worldAreas.indexOf(one.key) - worldAreas.indexOf(other.key)
      : other.companies - one.companies || (one.key < other.key ? -1 : 1),
  )

/** What is known of a company that a cell asks for. */
export type Facts = Readonly<{
  country: string | null
  regions: readonly string[]
  industries: readonly string[]
  capabilities: readonly string[]
}>

/** What must be known before one can say whether a company fills a gap. */
export const lackingOf = ({ country, regions, industries, capabilities }: Facts): readonly (keyof Facts)[] => [
  ...(country === null || !areaOfCountry.has(country) ? (["country"] as const) : []),
  ...(regions.length === 0 ? (["regions"] as const) : []),
  ...(industries.length === 0 ? (["industries"] as const) : []),
  ...(capabilities.length === 0 ? (["capabilities"] as const) : []),
]

type Target = Readonly<{
  places: PlaceKind
  place: string
  wanted: number | null
  /** What whoever sets it has read, and what stands there now. */
  was: number | null
  stands: number | null
  /** How many different places and entries the targets of this map would name with this one. */
  words: Readonly<{ places: number; entries: number }>
}>

/** Whether a target may be set so: over what was read, for a place that there is, and not for more words than a map shows. */
export const decideTarget = ({
  places,
  place,
  wanted,
  was,
  stands,
  words,
}: Target): true | Refusal<"target-changed" | "place-not-known" | "too-many-targets"> => {
  if (was !== stands) return refuse("target-changed", { field: "wanted", stands })
  if (places === "area" && !worldAreas.includes(place)) return refuse("place-not-known", { field: "place" })
  return wanted === null || (words.places <= mostWords && words.entries <= mostWords) || refuse("too-many-targets")
}
