import { within } from "#client/paths"

const tab = (slug: string, partnership: string, ...rest: string[]) => within(slug, "partnerships", partnership, ...rest)

/** A partnership's page: its overview. */
export const partnershipPath = (slug: string, partnership: string) => tab(slug, partnership)
export const partnershipDriftPath = (slug: string, partnership: string) => tab(slug, partnership, "drift")
export const partnershipPromisesPath = (slug: string, partnership: string) => tab(slug, partnership, "promises")
export const partnershipAgreementPath = (slug: string, partnership: string) => tab(slug, partnership, "agreement")
export const partnershipWorkPath = (slug: string, partnership: string) => tab(slug, partnership, "work")
export const partnershipReviewsPath = (slug: string, partnership: string) => tab(slug, partnership, "reviews")
export const partnershipPeoplePath = (slug: string, partnership: string) => tab(slug, partnership, "people")
export const partnershipTimelinePath = (slug: string, partnership: string) => tab(slug, partnership, "timeline")
export const partnershipFilesPath = (slug: string, partnership: string) => tab(slug, partnership, "files")
