import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { areaOfCountry } from "#core/worldAreas"
import type { PartnershipType, Stage } from "#rules/partnerships"

/** What a partnership that is thought of, or was had, is like: its type and what is known of its company. */
export type Likeable = Readonly<{
  type: PartnershipType
  country: string | null
  regions: readonly string[]
  industries: readonly string[]
  capabilities: readonly string[]
}>

/** In what two are alike. */
export const likeBy = ["type", "industry", "place", "capability"] as const
export type LikeBy = (typeof likeBy)[number]

const weight: Readonly<Record<LikeBy, number>> = { type: 4, industry: 2, place: 2, capability: 1 }

const keys = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => word.trim().toLowerCase()).filter((word) => word !== ""))

const share = (one: readonly string[], other: readonly string[]): boolean => !keys(one).isDisjointFrom(keys(other))

const areaOf = (country: string | null) => (country === null ? undefined : areaOfCountry.get(country))

/** In what two are alike; what is not known of one of them makes nobody alike. */
export const alikeIn = (one: Likeable, other: Likeable): readonly LikeBy[] => {
  const area = areaOf(one.country)
  const said: Readonly<Record<LikeBy, boolean>> = {
    type: one.type === other.type,
    industry: share(one.industries, other.industries),
    place: (area !== undefined && area === areaOf(other.country)) || share(one.regions, other.regions),
    capability: share(one.capabilities, other.capabilities),
  }
  return likeBy.filter((by) => said[by])
}

/** Of the same type, or of the same industry in the same place: less is no likeness to learn by. */
export const isLike = (by: readonly LikeBy[]): boolean =>
  by.includes("type") || (by.includes("industry") && by.includes("place"))

type Ended = Readonly<{ endedOn: PlainDate | null; hasLesson: boolean }>

/** Those that are alike, the most alike first; of equal ones those of which something was learnt, then those that ended last. */
export const mostAlike = <E extends Likeable & Ended>(
  sought: Likeable,
  ended: readonly E[],
): readonly (E & Readonly<{ by: readonly LikeBy[] }>)[] => {
  const points = (by: readonly LikeBy[]) => by.reduce((sum, each) => sum + weight[each], 0)
  return ended
    .map((each) => ({ ...each, by: alikeIn(sought, each) }))
    .filter(({ by }) => isLike(by))
    .sort(
      (one, other) =>
        points(other.by) - points(one.by) ||
        Number(other.hasLesson) - Number(one.hasLesson) ||
        (other.endedOn ?? "").localeCompare(one.endedOn ?? ""),
    )
}

/** What is learnt of a partnership is written down once it has ended. */
export const decideLesson = (stage: Stage): true | Refusal<"not-ended"> => stage === "ended" || refuse("not-ended")
