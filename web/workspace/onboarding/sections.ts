import type { PartnershipSection } from "#client/partnershipSection"

/** What stands on the page of a partnership: how the partner is being onboarded. */
export const sections: readonly PartnershipSection[] = [
  {
    key: "onboarding",
    tab: "work",
    order: 5,
    texts: ["onboarding", "tasks"],
    load: async () => ({ default: (await import("./OnboardingSection.tsx")).OnboardingSection }),
  },
]
