import { withItsPartnership } from "#platform/companyRows"

/** What a line shows of the company besides its name follows in the same transaction, from what is recorded of the partnership. */
export const companyRows = [withItsPartnership("partnership_figures", "organization_id")]
