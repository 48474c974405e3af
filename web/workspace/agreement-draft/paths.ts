import { within } from "#client/paths"

/** An agreement or an amendment as it is written and reviewed. */
export const agreementDraftPath = (slug: string, draft: string) => within(slug, "agreement-drafts", draft)

/** All that is being written, with whomever. */
export const agreementDraftsPath = (slug: string) => within(slug, "agreement-drafts")
