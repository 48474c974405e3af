import { serveThread } from "#platform/threads"
import type { Packed, Question } from "./judge.ts"
import { judge } from "./judge.ts"

/** Judges batches of partnerships beside the server. */
serveThread((question: Question) => (batch: readonly Packed[]) => batch.map((packed) => judge(packed, question)))
