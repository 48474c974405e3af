import type { PartnershipSection } from "#client/partnershipSection"

/** What stands on the page of a partnership: how it stands in its programs, and who of it is certified. */
export const sections: readonly PartnershipSection[] = [
  {
    key: "programs",
    tab: "agreement",
    order: 30,
    texts: ["programs", "standings"],
    load: async () => ({ default: (await import("./ProgramsSection.tsx")).ProgramsSection }),
  },
  {
    key: "certificates",
    tab: "people",
    order: 20,
    texts: ["programs", "standings"],
    load: async () => ({ default: (await import("./CertificatesSection.tsx")).CertificatesSection }),
  },
]
