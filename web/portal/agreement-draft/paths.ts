import { paths } from "#client/paths"

/** An agreement or an amendment that the vendor gave to review. */
export const portalAgreementDraftPath = (slug: string, draft: string): string =>
  `${paths.portalHome(slug)}/agreement-drafts/${encodeURIComponent(draft)}`
