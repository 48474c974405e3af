export {
  compileRowCheck,
  type ImportRow,
  type RowCheck,
  type RowError,
} from "./rules/compileRowCheck.ts"
export { detectFormats } from "./rules/detectFormats.ts"

export { fieldTables } from "./rules/fields.ts"

export { guessKind } from "./rules/guessKind.ts"
export { guessMapping, mappingOf } from "./rules/guessMapping.ts"
export { distinctHeaders, findHeaderRow } from "./rules/headerRow.ts"
export { type ImportKind, importKinds } from "./rules/kind.ts"
export {
  type Mapping,
  type MappingRefusal,
  rememberMapping,
} from "./rules/mapping.ts"
export {
  matchPartner,
  type PartnerIndex,
  partnerIndex,
} from "./rules/matchPartner.ts"
export { nameKey } from "./rules/nameKey.ts"
export type { RunOptions } from "./rules/options.ts"
export { type Plan, planImport } from "./rules/plan.ts"
export { explain, type ReasonCode, reasons } from "./rules/reasons.ts"
export {
  abandonedBefore,
  decideMove,
  isOpen,
  isWorking,
  openStates,
  type RunState,
  runStates,
  type WorkingState,
} from "./rules/runStates.ts"
export { templateOf } from "./rules/templates.ts"
