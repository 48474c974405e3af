import { type Refusal, refuse } from "#core/refusal"
import { addDays, type PlainDate } from "#core/time"
import type { Outcome } from "./movement.ts"
import type { AppealTerms } from "./terms.ts"

export const appealStates = ["open", "upheld", "refused", "withdrawn", "settled"] as const
export type AppealState = (typeof appealStates)[number]

type Decided = Readonly<{ id: string; outcome: Outcome; evaluatedOn: PlainDate }>
type Given<E extends Decided> = Readonly<{
  /** What was decided last of an enrolment: days that only looked at how it stands are none. */
  decided: E | undefined
  /** What was appealed against already. */
  appeals: readonly Readonly<{ evaluationId: string; state: AppealState }>[]
  graceUntil: PlainDate | null
  terms: AppealTerms
  today: PlainDate
}>

/**
 * What somebody may appeal against, and until when: a notice while its grace lasts, the loss of a tier so many days from that day on.
 * Each is appealed against once, one at a time, and nothing is that was made good since.
 */
export const appealableOf = <E extends Decided>({
  decided,
  appeals,
  graceUntil,
  terms,
  today,
}: Given<E>): Readonly<{ decided: E; until: PlainDate }> | Refusal<"nothing-to-appeal" | "appealed-already"> => {
  const until = decided && terms.days > 0 ? lastDayOf(decided, graceUntil, terms) : null
  if (decided === undefined || until === null || today > until) return refuse("nothing-to-appeal")
  const isAppealed = appeals.some((each) => each.state === "open" || each.evaluationId === decided.id)
  return isAppealed ? refuse("appealed-already") : { decided, until }
}

const lastDayOf = ({ outcome, evaluatedOn }: Decided, graceUntil: PlainDate | null, { days }: AppealTerms) => {
  if (outcome === "grace_begins") return graceUntil
  return outcome === "falls" ? addDays(evaluatedOn, days) : null
}

/** Only what is not decided yet is taken back, refused or upheld. */
export const decideOpenAppeal = ({ state }: Readonly<{ state: AppealState }>): true | Refusal<"appeal-closed"> =>
  state === "open" || refuse("appeal-closed")

/**
 * What an appeal that is upheld gives: the tier from today on, and that it is kept for so many days, met or not. What was decided before
 * stays as it was. A tier that these terms do not have any more cannot be given back.
 */
export const decideUpheld = (
  { tier }: Readonly<{ tier: string }>,
  {
    tiers,
    terms,
    today,
  }: Readonly<{ tiers: readonly Readonly<{ key: string }>[]; terms: AppealTerms; today: PlainDate }>,
): Readonly<{ tier: string; keptUntil: PlainDate }> | Refusal<"tier-not-known"> =>
  tiers.some(({ key }) => key === tier)
    ? { tier, keptUntil: addDays(today, terms.keptDays) }
    : refuse("tier-not-known", { tier })

type Moved = Readonly<{ tier: string | null; outcome: Outcome }>

/** Whether what happened since has given what an open appeal asks for: nobody has to decide it any more. */
export const isSettledBy = (
  appealed: Readonly<{ tier: string }>,
  { tier, outcome }: Moved,
  tiers: readonly Readonly<{ key: string }>[],
): boolean => {
  const place = (key: string | null) => tiers.findIndex((each) => each.key === key)
  return (outcome === "rises" || outcome === "recovers") && place(tier) >= place(appealed.tier)
}
