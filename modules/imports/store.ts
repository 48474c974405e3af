export { type Bulk, countingBulk, openBulk } from "./store/bulk.ts"
export { findErrors, findMapping, rememberMappingOf, replaceErrors, type StoredError } from "./store/errors.ts"
export {
  allAgreements,
  allContacts,
  allOrganizations,
  allPartnerships,
  allRoles,
  type KnownOrganization,
  type KnownPartnership,
  membersByEmail,
  workspaceCurrency,
} from "./store/known.ts"
export {
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
  type UnknownPartner,
} from "./store/runs.ts"
export { undoRows } from "./store/undo.ts"
