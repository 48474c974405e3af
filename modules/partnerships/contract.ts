export * from "./contract/notes.ts"
export * from "./contract/partnerships.ts"
export * from "./contract/tags.ts"
export * from "./contract/views.ts"
export {
  isLive,
  mostTagLength,
  mostTagList,
  mostTags,
  needsReason,
  type PartnershipType,
  partnershipTypes,
  type Stage,
  stages,
  tagChange,
} from "./rules.ts"
