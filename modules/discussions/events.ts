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

export const events = [commentWritten, commentEdited, commentRemoved]
