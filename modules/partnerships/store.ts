export { allFurtherParties, allPartnerships, type KnownPartnership } from "./store/known.ts"
export { insertNote, listNotes } from "./store/notes.ts"
export { countRunning, ofReader, ownersOf } from "./store/ofReader.ts"
export {
  type CompanyNames,
  companiesBefallen,
  companiesOf,
  companyNames,
  type FurtherParty,
  furtherParties,
  joinParty,
  leaveParty,
  partiesNow,
} from "./store/parties.ts"
export {
  findPartnership,
  findRecord,
  insertPartnership,
  lockPartnership,
  lockPartnerships,
  partnerships,
  partnershipsNamed,
  partnershipsOf,
  savePartnership,
} from "./store/partnership.ts"
export { allTags, asWritten, listTags, saveTags, tagsOf } from "./store/tags.ts"
