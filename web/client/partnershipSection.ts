import type { ComponentType } from "react"

/** The tabs of a partnership's page, in their order. Each has an address of its own; the first is the page's. */
export const partnershipTabs = [
  "overview",
  "drift",
  "promises",
  "agreement",
  "work",
  "reviews",
  "people",
  "timeline",
  "files",
] as const
export type PartnershipTab = (typeof partnershipTabs)[number]

/** A part of a partnership's page, as its area brings it in `sections.ts`. */
export type PartnershipSection = Readonly<{
  /** The anchor in the address: `#people`. */
  key: string
  tab: PartnershipTab
  /** Lower stands higher in its tab. */
  order: number
  /** Areas and subjects whose texts it shows, fetched beside it. */
  texts: readonly string[]
  /** Fetched when its tab is opened. */
  load: () => Promise<{ default: ComponentType<{ partnershipId: string }> }>
}>
