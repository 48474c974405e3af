import { within } from "#client/paths"

export const newAgreementPath = (slug: string, partnership: string) =>
  within(slug, "partnerships", partnership, "new-agreement")
