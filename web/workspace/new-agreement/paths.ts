import { within } from "#client/paths"

export const newAgreementPath = (slug: string, partnership: string) =>
  within(slug, "partnerships", partnership, "new-agreement")

/** The form in which a written draft is changed. */
export const editAgreementDraftPath = (slug: string, draft: string) => within(slug, "agreement-drafts", draft, "edit")
