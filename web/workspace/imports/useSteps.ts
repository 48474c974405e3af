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

const invalidates = [getImport, previewImport, listImports]

/** What can be done with an import; every step shows the new state. */
export const useSteps = () => ({
  decide: useAct(decideImport, { invalidates }),
  check: useAct(checkImport, { invalidates }),
  start: useAct(startImport, { invalidates }),
  cancel: useAct(cancelImport, { invalidates }),
  undo: useAct(undoImport, { invalidates }),
})
