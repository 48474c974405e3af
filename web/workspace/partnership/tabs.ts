import { type PartnershipSection, type PartnershipTab, partnershipTabs } from "#client/partnershipSection"
import * as paths from "./paths.ts"

/** Where each tab is. */
export const tabPaths: Readonly<Record<PartnershipTab, (slug: string, partnership: string) => string>> = {
  overview: paths.partnershipPath,
  drift: paths.partnershipDriftPath,
  promises: paths.partnershipPromisesPath,
  agreement: paths.partnershipAgreementPath,
  work: paths.partnershipWorkPath,
  reviews: paths.partnershipReviewsPath,
  people: paths.partnershipPeoplePath,
  timeline: paths.partnershipTimelinePath,
  files: paths.partnershipFilesPath,
}

/** The tab that an address shows: "/w/acme/partnerships/p1/drift". */
export const tabAt = (pathname: string): PartnershipTab => {
  const last = pathname.split("/")[5]
  return partnershipTabs.find((tab) => tab === last) ?? "overview"
}

const found = import.meta.glob<readonly PartnershipSection[]>("../*/sections.ts", {
  eager: true,
  import: "sections",
})

/** What all areas show on the page of a partnership. */
export const sections: readonly PartnershipSection[] = Object.values(found)
  .flat()
  .toSorted((one, other) => one.order - other.order)

export const sectionsOf = (tab: PartnershipTab): readonly PartnershipSection[] =>
  sections.filter((section) => section.tab === tab)
