import { useQueryClient } from "@tanstack/react-query"
import { keyOf } from "#client/read"
import { useAct } from "#client/useAct"
import {
  cancelImport,
  checkImport,
  decideImport,
  discardImport,
  listImportErrors,
  previewImport,
  startImport,
  undoImport,
} from "#contract/imports"
import { withDecided } from "./withDecided.ts"

/** What can be done with an import; every step shows the new state. */
export const useSteps = () => {
  const queries = useQueryClient()
  /** Every pass over the file finds its own errors; those of the last one must not be shown for them. */
  const onDone = () => queries.removeQueries({ queryKey: keyOf(listImportErrors) })
  return {
    decide: useAct(decideImport, {
      optimistic: [{ read: previewImport, change: withDecided }],
    }),
    check: useAct(checkImport, { onDone }),
    start: useAct(startImport, { onDone }),
    cancel: useAct(cancelImport),
    undo: useAct(undoImport),
    discard: useAct(discardImport),
  }
}
