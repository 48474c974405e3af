export {
  addDiligenceItem,
  askDiligence,
  type ConcernView,
  type DiligenceItemView,
  type DiligenceOfCompany,
  diligenceFilters,
  editDiligenceItem,
  getDiligence,
  listDiligenceItems,
  needDiligenceItem,
  type WholeDiligenceItem,
} from "./contract/items.ts"
export {
  type DiligenceList,
  editDiligenceList,
  getDiligenceList,
  listDiligenceLists,
} from "./contract/lists.ts"
export {
  addEvidenceFile,
  changeEvidence,
  type DiligenceRoundView,
  downloadEvidenceFile,
  giveEvidence,
  removeEvidenceFile,
  reviewEvidence,
} from "./contract/rounds.ts"
export { diligenceWaiting } from "./contract/waiting.ts"
export {
  type CheckResult,
  checkResults,
  type DiligenceKind,
  diligenceKinds,
  isChecked,
  mostMonths,
  mostRemindDays,
  mostRequirements,
  type Requirement,
  type Standing,
  standings,
} from "./rules.ts"
