export { type Aside, asideOf } from "./rules/asideRow.ts"
export { notCalculated } from "./rules/cellReader.ts"
export {
  type Cover,
  type Coverage,
  type Covers,
  collectCoverage,
} from "./rules/collectCoverage.ts"
export { type Before, type Collected, collectRemarks } from "./rules/collectRemarks.ts"
export {
  type CellError,
  compileRowCheck,
  type RowCheck,
} from "./rules/compileRowCheck.ts"
export { decideAnswers } from "./rules/decideAnswers.ts"
export { detectFormats } from "./rules/detectFormats.ts"
export {
  compared,
  type Difference,
  differencesOf,
  editedColumns,
  rowInWords,
  sameValue,
  settleDifference,
} from "./rules/differences.ts"
export { guessKind } from "./rules/guessKind.ts"
export { guessMapping, mappingOf } from "./rules/guessMapping.ts"
export { distinctHeaders, findHeaderRow, type KnownHeaders, knownHeadersOf } from "./rules/headerRow.ts"
export {
  decideMapping,
  type Mapping,
  type MappingRefusal,
  type RememberedMapping,
  rememberMapping,
} from "./rules/mapping.ts"
export { namesCurrency, scaleOf } from "./rules/numberWords.ts"
export type { RunOptions } from "./rules/options.ts"
export { type Plan, planImport } from "./rules/plan.ts"
export { readCurrency } from "./rules/readCurrency.ts"
export { explain, type ReasonCode, reasons } from "./rules/reasons.ts"
export { remarks } from "./rules/remarks.ts"
export { fieldsOf, takenBack } from "./rules/restore.ts"
export { decideTableRoom, keptStates, type Taken } from "./rules/room.ts"
export {
  decideCancel,
  decideMove,
  decideStillOpen,
  isWorking,
  openStates,
  type RunState,
  runStates,
  type WorkingState,
} from "./rules/runStates.ts"
export { sayOtherwise } from "./rules/saidChoices.ts"
export { countedTogether, meetRows } from "./rules/sameFacts.ts"
export { type RowSettler, rowSettler, type SettledRow } from "./rules/settleRow.ts"
export { storable } from "./rules/storable.ts"
export { templateOf } from "./rules/templateOf.ts"
