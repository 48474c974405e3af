/**
 * An import brings a file of rows into the workspace: read, mapped, checked, recorded as a whole, and undoable as a whole.
 * It is not a connector (which keeps two systems alike), and what it brought belongs to the modules it was brought to.
 */
export { actions } from "./actions.ts"
export { acceptFile } from "./importing/acceptFile.ts"
export { decideColumns, prepareRun, prepareUndo } from "./importing/decide.ts"
export { workOn } from "./importing/work.ts"
export { writeErrorFile } from "./importing/writeErrorFile.ts"
export { jobs } from "./jobs.ts"
export { deleteRun, findRun, type Run } from "./store.ts"
