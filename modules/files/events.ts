import { z } from "zod"
import { event } from "#platform/event"

/** Who may see that a file came or went is who may see the file. */
const file = { subject: "file", visibility: "stated" } as const
const about = { name: z.string(), subjectKind: z.string(), subjectId: z.string() }

export const fileAdded = event("file.added", { ...file, payload: { ...about, bytes: z.number(), hash: z.string() } })
export const fileRemoved = event("file.removed", { ...file, payload: { ...about, hash: z.string() } })
export const fileQuarantined = event("file.quarantined", {
  ...file,
  payload: { ...about, found: z.string() },
})

export const events = [fileAdded, fileRemoved, fileQuarantined]
