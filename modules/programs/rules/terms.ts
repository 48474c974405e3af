import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { hasWindow, type Requirement } from "./requirement.ts"

/** How often everybody of a program is evaluated: each day, or on the first of each month or quarter. */
export const rhythms = ["daily", "monthly", "quarterly"] as const
export type Rhythm = (typeof rhythms)[number]

/** What a tier gives: a discount, in basis points, and what else is promised in words. */
export type Benefits = Readonly<{ discountBps: number | null; words: string[] }>

export type Tier = Readonly<{
  /** Stays when the name changes. */
  key: string
  name: string
  requirements: Requirement[]
  benefits: Benefits
}>

/**
 * How somebody appeals: within so many days from the loss of a tier (0: not at all; against a notice as long as its grace lasts),
 * whether a tier stays until an appeal against its notice is decided, and for how many days one that is upheld keeps the tier.
 */
export type AppealTerms = Readonly<{ days: number; keeps: boolean; keptDays: number }>

/** Of terms from before appeals. */
export const usualAppeals: AppealTerms = { days: 30, keeps: false, keptDays: 90 }
export const mostAppealDays = 365

/** What a version of a program says: its tiers from the lowest to the highest, what money is counted in, and how falling goes. */
export type Terms = Readonly<{
  currency: string
  /** Days from the notice until a tier that is not met any more is lost; 0 loses it at once. */
  graceDays: number
  rhythm: Rhythm
  /** Left out in terms from before appeals: the usual. */
  appeals?: AppealTerms | undefined
  tiers: Tier[]
}>

export const mostTiers = 12
export const mostRequirements = 20
export const mostBenefits = 20
export const mostGraceDays = 730

type Flaw = "no-tiers" | "tier-twice" | "requirement-twice" | "requirement-incomplete"

/** Whether somebody can be evaluated by these: each tier and requirement has a name of its own and says all that is counted by. */
export const decideTerms = ({ tiers }: Terms): true | Refusal<Flaw> => {
  if (tiers.length === 0) return refuse("no-tiers", { field: "tiers" })
  const twice = repeated(tiers.map(({ key }) => key))
  if (twice !== undefined) return refuse("tier-twice", { field: "tiers", tier: twice })
  for (const { name, requirements } of tiers) {
    const same = repeated(requirements.map(({ key }) => key))
    if (same !== undefined) return refuse("requirement-twice", { field: "tiers", tier: name, requirement: same })
    const bare = requirements.find((each) => !isWhole(each))
    if (bare) return refuse("requirement-incomplete", { field: "tiers", tier: name, requirement: bare.key })
  }
  return true
}

const repeated = (keys: readonly string[]): string | undefined => keys.find((key, place) => keys.indexOf(key) !== place)

/** A metric has to be named, and so has what is looked at by hand; what has a window counts at least a month. */
const isWhole = ({ kind, about, threshold, windowMonths }: Requirement): boolean =>
  threshold > 0 && ((kind !== "metric" && kind !== "by_hand") || about !== "") && (!hasWindow(kind) || windowMonths > 0)

type Published = Readonly<{ number: number; holdsFrom: PlainDate }>

/** The version that holds on a day: the latest that began by then; of two that begin alike, the later published. */
export const versionOn = <V extends Published>(versions: readonly V[], on: PlainDate): V | undefined =>
  inOrder(versions).findLast(({ holdsFrom }) => holdsFrom <= on)

/** The next one that is published and does not hold yet. */
export const comingAfter = <V extends Published>(versions: readonly V[], on: PlainDate): V | undefined => {
  const next = inOrder(versions).find(({ holdsFrom }) => holdsFrom > on)
  return next && versionOn(versions, next.holdsFrom)
}

const inOrder = <V extends Published>(versions: readonly V[]): V[] =>
  [...versions].sort((one, other) =>
    one.holdsFrom === other.holdsFrom ? one.number - other.number : one.holdsFrom < other.holdsFrom ? -1 : 1,
  )

/** A version holds from today at the earliest: what was evaluated stays as it was. */
export const decideHoldsFrom = (holdsFrom: PlainDate, today: PlainDate): true | Refusal<"holds-in-the-past"> =>
  holdsFrom >= today || refuse("holds-in-the-past", { field: "holdsFrom", today })

/** Once published, a program stays in its currency: thresholds and rates of all its versions are said in it. */
export const decideCurrency = (
  { currency }: Pick<Terms, "currency">,
  published: Pick<Terms, "currency"> | undefined,
): true | Refusal<"currency-stays"> =>
  published === undefined ||
  published.currency === currency ||
  refuse("currency-stays", { field: "terms.currency", currency: published.currency })

/** A tier that somebody holds does not vanish from under them. */
export const decideTiersKept = (
  tiers: readonly Tier[],
  held: readonly (string | null)[],
): true | Refusal<"tier-is-held"> => {
  const gone = held.find((key) => key !== null && tiers.every((tier) => tier.key !== key))
  return gone === undefined || refuse("tier-is-held", { field: "tiers", tier: gone })
}
