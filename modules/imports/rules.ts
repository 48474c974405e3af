export type { ReadOptions, RowValue } from "./rules/cellReader.ts"
export {
  checkRow,
  compileRowCheck,
  type ImportRow,
  type RowCheck,
  type RowError,
  type RowVerdict,
} from "./rules/compileRowCheck.ts"
export { type DetectedFormats, detectFormats } from "./rules/detectFormats.ts"
export type { Evidence, EvidenceReason, FormatQuestion } from "./rules/detection.ts"
export type { Field, FieldTable, ValueType } from "./rules/field.ts"
export { fieldTables, findField } from "./rules/fields.ts"
export { type ColumnFormat, type DateFormat, type DecimalFormat, unknownFormat } from "./rules/formats.ts"
export { guessKind, type KindGuess } from "./rules/guessKind.ts"
export { type ColumnGuess, guessMapping, mappingOf } from "./rules/guessMapping.ts"
export { distinctHeaders, findHeaderRow } from "./rules/headerRow.ts"
export { type ImportKind, importKinds } from "./rules/kind.ts"
export {
  decideMapping,
  type Mapping,
  type MappingRefusal,
  type RememberedMapping,
  rememberMapping,
} from "./rules/mapping.ts"
export {
  matchPartner,
  type PartnerCandidate,
  type PartnerIndex,
  type PartnerMatch,
  partnerIndex,
} from "./rules/matchPartner.ts"
export { nameKey } from "./rules/nameKey.ts"
export type { PartnerDecision, RunOptions } from "./rules/options.ts"
export { type Plan, planImport } from "./rules/plan.ts"
export { explain, type ReasonCode, reasons } from "./rules/reasons.ts"
export {
  abandonedBefore,
  decideMove,
  isOpen,
  isWorking,
  openStates,
  type RunState,
  runMoves,
  runStates,
  type WorkingState,
} from "./rules/runStates.ts"
export { templateOf } from "./rules/templates.ts"
