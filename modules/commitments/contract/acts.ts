import { z } from "zod"
import { idShape, textShape } from "#core/endpoint"

/** What the acts on one due instance share. */
export const params = { occurrence: idShape }
export const note = textShape(2_000)
export const webLink = z.url({ protocol: /^https?$/, error: "a web address, https://..." }).max(2_000)

export const evidence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("note"), note }),
  z.strictObject({ kind: z.literal("link"), url: webLink, note: note.optional() }),
  z.strictObject({ kind: z.literal("activity"), activityId: idShape, note: note.optional() }),
  z.strictObject({
    kind: z.literal("file"),
    fileId: idShape.describe("a file of this very occurrence that both sides see"),
    note: note.optional(),
  }),
])

export const alreadyClosed = {
  "already-closed": { status: 409, title: "This promise is already settled. Look at its present state." },
} as const

export const datePassed = { "date-passed": { status: 422, title: "The new date must lie in the future." } } as const

export const notOwedToYou = {
  "not-owed-to-you": { status: 403, title: "Only a party this promise is owed to may do this." },
} as const
