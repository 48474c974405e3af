import { z } from "zod"
import { event } from "#platform/event"

/** What the host's people make of companies is theirs to know: no partner learns what the other was called. */
const organization = { subject: "organization", visibility: "host" } as const
const company = z.object({ id: z.string(), name: z.string() })
const moved = z.record(z.string(), z.number())

/** Who signs in for either may see more from now on. */
export const organizationMerged = event("organization.merged", {
  ...{ ...organization, concernsSecurity: true },
  payload: {
    merger: z.string(),
    from: company,
    moved,
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  },
})
/** The same, for who looks for the company that is no more. */
export const organizationMergedInto = event("organization.merged_into", {
  ...organization,
  payload: { merger: z.string(), into: company },
})
export const organizationSplit = event("organization.split", {
  ...{ ...organization, concernsSecurity: true },
  payload: { merger: z.string(), into: company, moved },
})
export const mergerUndone = event("organization.merger_undone", {
  ...{ ...organization, concernsSecurity: true },
  payload: { merger: z.string(), from: company, moved, kept: moved, keptFields: z.array(z.string()) },
})

/** In the history of each partnership: with whom it was until now. */
export const partnershipChangedCompany = event("partnership.changed_company", {
  ...{ subject: "partnership", visibility: "host" },
  payload: { merger: z.string(), from: company, to: company },
})

export const events = [
  organizationMerged,
  organizationMergedInto,
  organizationSplit,
  mergerUndone,
  partnershipChangedCompany,
]
