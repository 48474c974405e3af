/** Measured above zero, each of these says that something came of a partnership. */
export const resultMetrics = [
  ...(["revenue", "registrations", "leads_passed_by_partner"] as const),
  ...(["integration_active_tenants", "campaigns_run"] as const),
] as const

/** What somebody's first value was. */
export const firstValues = ["deal", "measured"] as const
export type FirstValue = (typeof firstValues)[number]
