import { useAct } from "#client/useAct"
import {
  cancelImport,
  checkImport,
  decideImport,
  discardImport,
  getImport,
  listImports,
  previewImport,
  startImport,
  undoImport,
} from "#contract/imports"
import { withDecided } from "./withDecided.ts"

const invalidates = [getImport, previewImport, listImports]

/** What can be done with an import; every step shows the new state. */
export const useSteps = () => ({
  decide: useAct(decideImport, { invalidates, optimistic: [{ read: previewImport, change: withDecided }] }),
  check: useAct(checkImport, { invalidates }),
  start: useAct(startImport, { invalidates }),
  cancel: useAct(cancelImport, { invalidates }),
  undo: useAct(undoImport, { invalidates }),
  discard: useAct(discardImport, { invalidates: [listImports] }),
})
