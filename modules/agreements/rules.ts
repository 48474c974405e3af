/** Pure rules of agreements: their term, what is written before they hold, and what is on file of their signatures. */
export { beginnings, begunOn, decideBeginning, planned } from "./rules/beginning.ts"
export { type Changes, changesBetween, countChanges, decideFirstDay, decideStillFits } from "./rules/changes.ts"
export { decideClauses, endWithClause, goneWithClause, heldByClauses } from "./rules/clauses.ts"
export { type Content, termFields, termOf } from "./rules/content.ts"
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
export { decideConsent, decideHeldByAll, decideText, isSameText, missingConsents } from "./rules/held.ts"
export {
  decideNotice,
  type NoticeBasis,
  type NoticeTarget,
  type NoticeTerms,
  nextExits,
  noticeBases,
  noticeDaysOf,
  noticeInDays,
  noticeTargets,
  type Running,
} from "./rules/notice.ts"
export { type Collision, decideUpToDate, isUpToDate, rebased, renamed } from "./rules/rebase.ts"
export { type Renewal, type Renewing, renewalDue, renewalsUpTo } from "./rules/renewal.ts"
export { isSame } from "./rules/same.ts"
export { paperStanding } from "./rules/standing.ts"
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
  noticeWindowDays,
  recurringWindowDays,
  renewalOf,
  renewals,
  statesInForce,
} from "./rules/term.ts"
export type { AgreementText, Block, Clause, Inline, Mark, TermKind, Terms } from "./rules/text/clause.ts"
export { marks, termKinds } from "./rules/text/clause.ts"
export { clauseDeviations, type Deviations, deviationsFrom, type Ready } from "./rules/text/deviations.ts"
export { type Doubt, doubtsIn } from "./rules/text/figures.ts"
export { numberClauses } from "./rules/text/numbering.ts"
export { isOutdated, rebaseChange } from "./rules/text/outdated.ts"
export { applyChange, type ClauseChange, changesOf } from "./rules/text/proposed.ts"
export { rebasedText, type TextCollision } from "./rules/text/rebasedText.ts"
export { redline } from "./rules/text/redline.ts"
export { segmentKinds } from "./rules/text/redlineShape.ts"
export { type ComparedFile, comparedFile, type FileChange } from "./rules/text/wordCompared.ts"
export { type Show, wordParagraphs } from "./rules/text/wordParagraphs.ts"
export { type By, redlinedParagraphs } from "./rules/text/wordRedline.ts"
export { openTerms, termsIn } from "./rules/text/words.ts"
