import type { PartnershipSection } from "#client/partnershipSection"

/** What stands on the page of a partnership of how it was found, and what is learnt for the next one. */
export const sections: readonly PartnershipSection[] = [
  {
    key: "lesson",
    tab: "reviews",
    order: 5,
    texts: ["lessons"],
    load: async () => ({ default: (await import("./lessons/LessonSection.tsx")).LessonSection }),
  },
]
