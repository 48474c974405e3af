/** Pure rules of agreements: their term, what is written before they hold, and what is on file of their signatures. */
export { type Changes, changesBetween, countChanges, decideFirstDay, decideStillFits } from "./rules/changes.ts"
export type { Content } from "./rules/content.ts"
export {
  type DraftKind,
  type DraftState,
  decideDraftEdit,
  decideMove,
  decideReadings,
  decideReviewed,
  decideSignedOn,
  decideSigning,
  decideValidFrom,
  draftKinds,
  draftStates,
  isReadingLeftOpen,
  signingOf,
  signingStates,
} from "./rules/drafts.ts"
export { type Finding, findingCodes, findingsOf, nextDays } from "./rules/findings.ts"
export { type Collision, decideUpToDate, isUpToDate, rebased, renamed } from "./rules/rebase.ts"
export { isSame } from "./rules/same.ts"
export {
  type AgreementState,
  agreementStates,
  decideEdit,
  decideLines,
  decideOpen,
  decideParties,
  decideSigned,
  decideTerm,
  decideTermination,
  endingWindowDays,
  isEndNear,
  isInForce,
  isNoticeNear,
  noticeOn,
  noticeWindowDays,
  renewalOf,
  renewals,
  statesInForce,
} from "./rules/term.ts"
