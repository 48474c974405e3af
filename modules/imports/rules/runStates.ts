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

/** States of a file that was not imported: it may be read another way, or forgotten. */
export const openStates = ["uploaded", "checked", "failed"] as const

const isOpen = (state: RunState): boolean => openStates.some((each) => each === state)

/** What is being checked or imported can be called off; it is then where it was before. */
export const decideCancel = (state: RunState): "uploaded" | "checked" | Refusal<"not-now"> => {
  if (state === "checking") return "uploaded"
  return state === "importing" ? "checked" : refuse("not-now", { state })
}

/** Only what was not imported is looked at again, or forgotten. */
export const decideStillOpen = (state: RunState): true | Refusal<"not-now"> =>
  isOpen(state) || refuse("not-now", { state })

export const decideMove = <To extends RunState>(from: RunState, to: To): To | Refusal<"not-now"> =>
  runMoves[from].includes(to) ? to : refuse("not-now", { state: from })
