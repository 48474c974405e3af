export { type Bulk, countingBulk, openBulk } from "./store/bulk.ts"
export { findErrors, findMapping, rememberMappingOf, replaceErrors, type StoredError } from "./store/errors.ts"
export * from "./store/old.ts"
export { keptTables, lockTableRoom } from "./store/room.ts"
export {
  askerIn,
  claimWork,
  deleteAbandoned,
  deleteRun,
  findEarlier,
  findRun,
  insertRun,
  listRuns,
  lockContent,
  lockRun,
  type Run,
  runsInWork,
  type Summary,
  saveRun,
} from "./store/runs.ts"
export { undoRows } from "./store/undo.ts"
