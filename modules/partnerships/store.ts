export { insertNote, listNotes } from "./store/notes.ts"
export { type FurtherParty, joinParty, leaveParty } from "./store/parties.ts"
export {
  findPartnership,
  insertPartnership,
  isActiveMember,
  lockPartnership,
  savePartnership,
  saveStage,
} from "./store/partnership.ts"
export { findInPortfolio, listOwn, listPortfolio, type PartnershipRow, type PortfolioRow } from "./store/portfolio.ts"
export { deleteView, insertView, listViews, lockView, mostViews, type ViewRow } from "./store/savedViews.ts"
export { findNames } from "./store/search.ts"
export { markStale } from "./store/stale.ts"
export { summarise } from "./store/summary.ts"
