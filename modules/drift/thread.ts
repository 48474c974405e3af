import { serveThread } from "#platform/threads"
import { answer } from "./rules.ts"

/** Does the arithmetic of a scan beside the server. */
serveThread(() => answer)
