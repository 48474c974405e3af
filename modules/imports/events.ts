import { z } from "zod"
import { exportFields } from "#modules/documents"
import { event } from "#platform/event"

/** A file is the host's; what it brought is marked stale by the import itself, partnership by partnership. */
const run = { subject: "import", visibility: "host" } as const
const file = { kind: z.string(), fileName: z.string() }
const counts = z.record(z.string(), z.number())

export const importFinished = event("import.finished", {
  ...run,
  payload: { ...file, rows: z.number(), failed: z.number(), created: counts, changed: counts.optional() },
})
/** A later file, or its undoing, corrected a row whose module has no event of its own for that: which columns, not what they held. */
export const importCorrected = event("import.corrected", {
  ...run,
  marksStale: true,
  payload: { table: z.string(), row: z.string(), fields: z.array(z.string()) },
})
export const importUndone = event("import.undone", {
  ...run,
  payload: { ...file, removed: z.unknown(), kept: z.unknown() },
})
/** The rows of a file that were not taken left as a file. */
export const importErrorsExported = event("import.errors_exported", {
  subject: "import",
  visibility: "stated",
  payload: exportFields,
})

export const events = [importFinished, importCorrected, importUndone, importErrorsExported]
