export {
  changeRows,
  changesOf,
  editedSince,
  editsOf,
  hasOthers,
  keepChanges,
  lockRows,
  partnerNames,
  type Stored,
  storedAlike,
  storedBy,
} from "./store/again.ts"
export {
  type Bulk,
  countingBulk,
  type KnownRows,
  nowhere,
  openBulk,
  type TellLater,
  type Waiting,
} from "./store/bulk.ts"
export { insertCover, listCovers } from "./store/cover.ts"
export { findErrors, findMapping, rememberMappingOf, replaceErrors, type StoredError } from "./store/errors.ts"
export * from "./store/old.ts"
export { keptTables, lockTableRoom } from "./store/room.ts"
export {
  askerIn,
  type ChangedSince,
  claimWork,
  deleteAbandoned,
  deleteRun,
  findEarlier,
  findRun,
  insertRun,
  isClaimed,
  isRecordingFiles,
  listRuns,
  lockContent,
  lockRun,
  type Run,
  runsInWork,
  type Summary,
  saveRun,
} from "./store/runs.ts"
export { undoRows } from "./store/undo.ts"
