/** What is to be done next about a partnership that drifts. */
export const nextSteps = ["task", "name-cause", "confirm-cause", "plan-meeting"] as const
export type NextStep = (typeof nextSteps)[number]

type Known = Readonly<{ nextTask: object | null; cause: string | null; isCauseConfirmed: boolean }>

/** What was agreed on goes first; else the cause is settled before anybody meets over it. */
export const nextStepOf = ({ nextTask, cause, isCauseConfirmed }: Known): NextStep => {
  if (nextTask !== null) return "task"
  if (isCauseConfirmed) return "plan-meeting"
  return cause === null ? "name-cause" : "confirm-cause"
}
