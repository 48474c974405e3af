import { type Refusal, refuse } from "#core/refusal"

export const runStates = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "imported",
  "failed",
  "undoing",
  "undone",
] as const
export type RunState = (typeof runStates)[number]

/** Allowed moves of an import. Everything not listed is refused. */
export const runMoves: Readonly<Record<RunState, readonly RunState[]>> = {
  uploaded: ["uploaded", "checking", "importing"],
  checking: ["checked", "uploaded", "failed"],
  checked: ["uploaded", "checking", "importing"],
  importing: ["imported", "checked", "failed"],
  imported: ["undoing"],
  failed: ["uploaded", "checking", "importing"],
  undoing: ["undone", "imported"],
  undone: [],
}

/** States in which a job works on the file; a restart goes on with them. */
export const workingStates = ["checking", "importing", "undoing"] as const
export type WorkingState = (typeof workingStates)[number]

export const isWorking = (state: RunState): state is WorkingState => workingStates.some((each) => each === state)

export const decideMove = <To extends RunState>(from: RunState, to: To): To | Refusal<"not-now"> =>
  runMoves[from].includes(to) ? to : refuse("not-now", { state: from })
