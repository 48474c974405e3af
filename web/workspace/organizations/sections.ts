import type { PartnershipSection } from "#client/partnershipSection"

/** What stands on the page of a partnership of its company. */
export const sections: readonly PartnershipSection[] = [
  {
    key: "diligence",
    tab: "agreement",
    order: 40,
    texts: ["diligence"],
    load: async () => ({ default: (await import("./DiligenceSection.tsx")).DiligenceSection }),
  },
]
