import { serveThread } from "#platform/threads"
import { judgeWorkspace } from "./workspace.ts"

serveThread(() => judgeWorkspace)
