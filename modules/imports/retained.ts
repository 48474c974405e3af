import type { Retained } from "#platform/retained"
import { removeUpload } from "#platform/uploads"
import { deleteAbandoned, deleteOldErrors, takeOldUploads } from "./store.ts"

/**
 * Files that nobody imported, with what was decided about them: what nobody needs should not lie about. One that was imported goes
 * with its import; of what a killed server left in between, the file goes here.
 */
const uploads: Retained = {
  kind: "import_upload",
  usualDays: 7,
  leastDays: 1,
  mostDays: 90,
  forget: async (tx, before) => {
    const abandoned = await deleteAbandoned(tx, before)
    await Promise.all([...abandoned, ...(await takeOldUploads(tx, before))].map(removeUpload))
    return abandoned.length
  },
}

/** Rows that were not taken, as the file had them. */
const refusedRows: Retained = {
  kind: "refused_row",
  usualDays: 180,
  leastDays: 7,
  mostDays: 730,
  forget: deleteOldErrors,
}

export const retained = [uploads, refusedRows]
