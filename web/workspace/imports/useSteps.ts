import { useAct } from "#client/useAct"
import {
  cancelImport,
  checkImport,
  decideImport,
  getImport,
  listImports,
  previewImport,
  startImport,
  undoImport,
} from "#contract/imports"

const invalidates = [getImport, listImports]

/** What can be done with an import; every step shows the new state. */
export const useSteps = () => ({
  // The file is read anew only for other options; while a step runs there is nothing to preview.
  decide: useAct(decideImport, { invalidates: [...invalidates, previewImport] }),
  check: useAct(checkImport, { invalidates }),
  start: useAct(startImport, { invalidates }),
  cancel: useAct(cancelImport, { invalidates }),
  undo: useAct(undoImport, { invalidates }),
})
