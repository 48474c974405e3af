import { inputActions } from "./actions/inputs.ts"
import { judgeActions } from "./actions/judge.ts"
import { lossActions } from "./actions/loss.ts"
import { readActions } from "./actions/read.ts"
import { reasoningActions } from "./actions/reasoning.ts"
import { scanActions } from "./actions/scans.ts"

export const actions = [
  ...readActions,
  ...inputActions,
  ...reasoningActions,
  ...lossActions,
  ...judgeActions,
  ...scanActions,
]
