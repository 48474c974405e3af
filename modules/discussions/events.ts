import { z } from "zod"
import { event } from "#platform/event"

/** The words stay in the comment: the ledger is for ever, and a comment can be removed. */
const comment = {
  subject: "comment",
  visibility: "stated",
  payload: { aboutKind: z.string(), aboutId: z.string() },
} as const

export const commentWritten = event("comment.written", comment)
export const commentEdited = event("comment.edited", comment)
export const commentRemoved = event("comment.removed", comment)

/** What was talked about is settled; the next comment, or somebody by hand, opens it again. */
const thread = { ...comment, subject: "thread" } as const
export const threadResolved = event("thread.resolved", thread)
export const threadReopened = event("thread.reopened", thread)

export const events = [commentWritten, commentEdited, commentRemoved, threadResolved, threadReopened]
