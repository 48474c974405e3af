import type { MemberRole, PartnerRole, Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { circleOf } from "./circle.ts"
import { type Calendars, type Dated, datesOf, type OffsetUnit } from "./dating.ts"
import type { Grant } from "./grants.ts"

/** One task of a template. Steps name each other by keys of their own. */
export type Step = Readonly<{
  key: string
  title: string
  description?: string | undefined
  side: Side
  /** Whose task it becomes: the one person of that side with this role. Left out: on the host's side whoever looks after the partnership. */
  role?: MemberRole | PartnerRole | undefined
  /** Kept to the host. */
  isPrivate: boolean
  isOptional: boolean
  offset: Readonly<{ count: number; unit: OffsetUnit }>
  /** The step it is dated after; the plan's start when left out. */
  after?: string | undefined
  /** Further steps it waits for. */
  waitsFor: readonly string[]
  /** What it opens for the partner once it is done; plans from before steps opened anything say nothing of it. */
  grants?: readonly Grant[] | undefined
  /** It is done only with what shows it. */
  needsEvidence?: boolean | undefined
}>

/** Everything a step waits for: what it is dated after, and the others. */
export const needsOf = ({ after, waitsFor }: Pick<Step, "after" | "waitsFor">): readonly string[] => [
  ...new Set([...(after === undefined ? [] : [after]), ...waitsFor]),
]

type StepsRefusal =
  | "same-key"
  | "no-such-step"
  | "kept-private-from-it"
  | "goes-in-circles"
  | "private-is-the-hosts"
  | "private-opens-nothing"

/** A plan that can be carried out: each key once, nothing that waits for what is not there, for itself, or for what it may not see. */
export const decideSteps = (steps: readonly Step[]): true | Refusal<StepsRefusal> => {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  for (const [at, step] of steps.entries()) {
    if (steps.findIndex(({ key }) => key === step.key) !== at)
      return refuse("same-key", { field: `steps.${at}.key`, key: step.key })
    if (step.isPrivate && step.side !== "host") return refuse("private-is-the-hosts", { names: step.title })
    if (step.isPrivate && (step.grants ?? []).length > 0) return refuse("private-opens-nothing", { names: step.title })
    for (const need of needsOf(step)) {
      const other = byKey.get(need)
      if (!other) return refuse("no-such-step", { field: `steps.${at}.waitsFor`, key: need })
      const isHidden = other.isPrivate && !step.isPrivate
      if (isHidden || (need === step.after && other.isPrivate !== step.isPrivate))
        return refuse("kept-private-from-it", { names: other.title })
    }
  }
  const waiting = steps.map((step) => ({ id: step.key, waitsFor: needsOf(step) }))
  for (const { id, waitsFor } of waiting) {
    const circle = circleOf(waiting, id, waitsFor)
    if (circle)
      return refuse("goes-in-circles", { names: [...circle, id].map((key) => byKey.get(key)?.title).join(" → ") })
  }
  return true
}

type Parties = Readonly<{ countryOf(side: Side): string | null; calendars: Calendars }>

/** The day of each step, were the plan to start on a day. */
export const datedSteps = (
  steps: readonly Step[],
  startsOn: PlainDate,
  { countryOf, calendars }: Parties,
): readonly Readonly<{ step: Step; dueOn: PlainDate | null }>[] => {
  const dated = steps.map(
    ({ key, side, offset, after }): Dated => ({
      ...{ id: key, state: "open", closedOn: null, dueOn: null, country: countryOf(side) },
      ...{ dating: after === undefined ? "after_start" : "after_task", follows: after ?? null },
      ...{ offsetCount: offset.count, offsetUnit: offset.unit },
    }),
  )
  const days = datesOf(dated, () => startsOn, calendars)
  return steps.map((step) => ({ step, dueOn: days.get(step.key) ?? null }))
}

type Person = Readonly<{ userId: string; name: string; role: string }>

/** Whose a step becomes: the only one with its role; nobody where none or several have it, because nobody guesses. */
export const ownerOf = (
  { side, role }: Pick<Step, "side" | "role">,
  people: Readonly<Record<Side, readonly Person[]>>,
  lookedAfterBy: string | undefined,
): Person | undefined => {
  const fitting =
    role !== undefined
      ? people[side].filter((person) => person.role === role)
      : side === "host"
        ? people.host.filter(({ userId }) => userId === lookedAfterBy)
        : []
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Keys are the template's own; a plan's tasks have ids. */
export const idsOf = (steps: readonly Step[], newId: () => Id): ReadonlyMap<string, Id> =>
  new Map(steps.map(({ key }) => [key, newId()]))
