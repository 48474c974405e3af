import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("link", "party_id")]
