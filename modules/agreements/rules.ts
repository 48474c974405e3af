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
export { decideConsent, decideHeldByAll, decideText, missingConsents } from "./rules/held.ts"
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
export type { AgreementText, Block, Clause, Inline, Mark, TermKind, Terms } from "./rules/text/clause.ts"
export { marks, termKinds } from "./rules/text/clause.ts"
export { type Doubt, doubtsIn } from "./rules/text/figures.ts"
export { droppedKeys, giveKeys, type SharedKey, sharedKeys } from "./rules/text/keys.ts"
export { plainClause } from "./rules/text/lines.ts"
export { numberClauses } from "./rules/text/numbering.ts"
export { isOutdated, type Rebased, rebaseChange } from "./rules/text/outdated.ts"
export {
  type ApplyRefusal,
  applyChange,
  type ClauseChange,
  changeKinds,
  changesOf,
  isSameClause,
} from "./rules/text/proposed.ts"
export { isNothingChanged, redline } from "./rules/text/redline.ts"
export {
  type ClauseLine,
  type Counts,
  type Redline,
  type Row,
  type Segment,
  type SegmentKind,
  segmentKinds,
  type TermChange,
} from "./rules/text/redlineShape.ts"
export { acceptAll, rejectAll } from "./rules/text/sides.ts"
export { inlineWords, type Say, termsIn, textOf } from "./rules/text/words.ts"
