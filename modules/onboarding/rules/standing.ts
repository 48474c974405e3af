import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"

/** A step as it stands: a task of the onboarding's plan. */
export type StepStanding = Readonly<{
  id: Id
  partyId: Id
  state: "open" | "done" | "skipped"
  /** Null: anybody of its party may take it. */
  owner: Readonly<{ hasLeft: boolean }> | null
  dueOn: PlainDate | null
  isWaiting: boolean
  isOverdue: boolean
  workdaysLate: number
}>

export const onboardingStates = ["running", "stuck", "finished", "given_up"] as const
export type OnboardingState = (typeof onboardingStates)[number]

/** It is finished once every step is done or left out, and stuck while one that could be done is past its day. */
export const stateOf = (
  { isGivenUp }: Readonly<{ isGivenUp: boolean }>,
  steps: readonly Pick<StepStanding, "state" | "isOverdue">[],
): OnboardingState => {
  if (isGivenUp) return "given_up"
  if (steps.every(({ state }) => state !== "open")) return "finished"
  return steps.some(({ isOverdue }) => isOverdue) ? "stuck" : "running"
}

/** It is under way: running or stuck. */
export const isRunning = ({ state }: Readonly<{ state: OnboardingState }>): boolean =>
  state === "running" || state === "stuck"

/** The owner of a step has left: nobody holds it until it is given to somebody else. */
export const isHeldByNobody = ({ state, owner }: Pick<StepStanding, "state" | "owner">): boolean =>
  state === "open" && owner?.hasLeft === true

/** The step it hangs on now: of those that can be done, the one that is latest, then the one due first. */
export const hangsOn = <Step extends StepStanding>(steps: readonly Step[]): Step | undefined =>
  steps
    .filter(({ state, isWaiting }) => state === "open" && !isWaiting)
    .reduce<Step | undefined>((first, step) => (first && !comesBefore(step, first) ? first : step), undefined)

const comesBefore = (a: StepStanding, b: StepStanding): boolean => {
  if (a.isOverdue !== b.isOverdue) return a.isOverdue
  if (a.workdaysLate !== b.workdaysLate) return a.workdaysLate > b.workdaysLate
  return (a.dueOn ?? "9999-12-31") < (b.dueOn ?? "9999-12-31")
}

/** How many workdays each party held it up, over all its steps; what nobody holds is nobody's delay. */
export const lateOf = (steps: readonly StepStanding[]): ReadonlyMap<Id, number> => {
  const late = new Map<Id, number>()
  for (const step of steps)
    if (step.workdaysLate > 0 && !isHeldByNobody(step))
      late.set(step.partyId, (late.get(step.partyId) ?? 0) + step.workdaysLate)
  return late
}
