import { judgeActions } from "./actions/judge.ts"
import { readActions } from "./actions/read.ts"
import { scanActions } from "./actions/scans.ts"

export const actions = [...readActions, ...judgeActions, ...scanActions]
