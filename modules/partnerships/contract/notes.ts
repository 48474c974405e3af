import { z } from "zod"
import { endpoint, idShape, instantShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const note = z.object({
  id: idShape,
  visibility: z.enum(["shared", "host", "partner"]),
  body: z.string(),
  authorName: z.string(),
  isOwn: z.boolean(),
  createdAt: instantShape,
})
export type Note = z.input<typeof note>

export const listNotes = endpoint("GET", "/partnerships/:partnership/notes", {
  summary: "Notes on a partnership that the reader may see, newest first.",
  reads: ["notes"],
  params: { partnership: idShape },
  query: listQuery(["-createdAt"]),
  output: listOf(note),
})

export const writeNote = endpoint("POST", "/partnerships/:partnership/notes", {
  makes: true,
  summary: "Writes a note: shared with the other side, or private to one's own.",
  changes: ["notes"],
  params: { partnership: idShape },
  input: { body: textShape(10_000), isPrivate: z.boolean().default(true) },
  output: note,
  refusals: roleMayNot,
})
