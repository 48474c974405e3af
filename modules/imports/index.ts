/**
 * An import brings a file of rows into the workspace: read, mapped, checked, recorded as a whole, and undoable as a whole.
 * It is not a connector (which keeps two systems alike), and what it brought belongs to the modules it was brought to.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"
import { retained } from "./retained.ts"

export { type Catalogue, catalogueOf } from "./catalogue.ts"
export { importFinished, importUndone } from "./events.ts"
export { importsTelling, type Told } from "./facts.ts"
export { acceptFile } from "./importing/acceptFile.ts"
export { decideColumns, prepareRun, prepareUndo } from "./importing/decide.ts"
export { firstErrors } from "./importing/firstErrors.ts"
export { workOn } from "./importing/work.ts"
export { writeErrorFile } from "./importing/writeErrorFile.ts"
export { mayImport } from "./policy.ts"
export { deleteRun, findRun, isRecordingFiles, type Run } from "./store.ts"

export const imports = defineModule("imports", {
  tables: {
    import_run: "host",
    import_cover: "host",
    import_error: "host",
    import_mapping: "host",
    import_change: "host",
  },
  personal: [personal],
  importable: [importable],
  retained,
  actions,
  events,
  jobs,
  fixture,
})
