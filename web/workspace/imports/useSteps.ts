import { useQueryClient } from "@tanstack/react-query"
import { useAct } from "#client/useAct"
import { keyOf } from "#client/useEndpoint"
import {
  cancelImport,
  checkImport,
  decideImport,
  discardImport,
  getImport,
  listImportErrors,
  listImports,
  previewImport,
  startImport,
  undoImport,
} from "#contract/imports"
import { withDecided } from "./withDecided.ts"

const invalidates = [getImport, listImports]

/** What can be done with an import; every step shows the new state. */
export const useSteps = () => {
  const queries = useQueryClient()
  /** Every pass over the file finds its own errors; those of the last one must not be shown for them. */
  const onDone = () => queries.removeQueries({ queryKey: keyOf(listImportErrors) })
  return {
    decide: useAct(decideImport, {
      invalidates: [...invalidates, previewImport],
      optimistic: [{ read: previewImport, change: withDecided }],
    }),
    check: useAct(checkImport, { invalidates, onDone }),
    start: useAct(startImport, { invalidates, onDone }),
    cancel: useAct(cancelImport, { invalidates }),
    undo: useAct(undoImport, { invalidates }),
    discard: useAct(discardImport, { invalidates: [listImports] }),
  }
}
